import { toPerson } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { application, applicationEvents } from '#domain/applications';
import { anApplication, firstApplication } from '#domain/applications/testing';
import { interests, interestsEvents } from '#domain/programmes';
import { spring } from '#domain/programmes/testing';
import { ApplicationAssessed } from '../assessment.events.js';
import { aCompetition, anAssessment, assessed, begun, scores } from '../testing/index.js';
import { assessApplication } from './assess-application.js';

const assess = { application: firstApplication, scores };
const assessor = by('assessor');
const [value, reach] = scores;

describe('assessing an application', () => {
  it('is refused once it was declined', () =>
    aCompetition
      .and(application, firstApplication, applicationEvents.ApplicationDeclined({ organisationName: 'East Riding', reason: 'Late' }))
      .when(assessApplication, assess, assessor)
      .thenRefused('application-is-decided', { outcome: 'declined' }));

  it('is refused while it is returned to be put right', () =>
    aCompetition
      .and(application, firstApplication, applicationEvents.ApplicationReturned({ organisationName: 'East Riding', reason: 'The total is wrong' }))
      .when(assessApplication, assess, assessor)
      .thenRefused('application-is-returned', { reason: 'The total is wrong' }));

  it('is refused in a round without criteria', () => anApplication.when(assessApplication, assess, assessor).thenRefused('round-has-no-criteria', { round: 'Spring 2012' }));

  it('is refused for a criterion that the round does not have', () =>
    aCompetition
      .when(assessApplication, { ...assess, scores: [...scores, { criterion: 'charm', score: 5 }] }, assessor)
      .thenRefused('criterion-is-unknown', { criterion: 'charm', criteria: 'value, reach' }));

  it('is refused when a criterion is scored twice', () =>
    aCompetition.when(assessApplication, { ...assess, scores: [value, reach, value] }, assessor).thenRefused('criterion-is-scored-twice', { criterion: 'value' }));

  it('is refused when a criterion is left out', () =>
    aCompetition.when(assessApplication, { ...assess, scores: [value] }, assessor).thenRefused('criterion-is-not-scored', { missing: 'Councils reached' }));

  it('is refused with a score over the highest', () =>
    aCompetition
      .when(assessApplication, { ...assess, scores: [value, { ...reach, score: 6 }] }, assessor)
      .thenRefused('score-is-too-high', { criterion: 'reach', score: 6, highest: 5 }));

  it('is refused the second time to the same person', () => anAssessment.when(assessApplication, assess, assessor).thenRefused('assessed-already'));

  it('is refused to whoever declared an interest in the round', () =>
    aCompetition
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('assessor'), nature: 'Member of another bidder’s council' }))
      .when(assessApplication, assess, assessor)
      .thenRefused('interest-bars-the-round'));

  it('is refused to whoever stands in for somebody with an interest', () =>
    aCompetition
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('assessor'), nature: 'Member of another bidder’s council' }))
      .when(assessApplication, assess, { ...by('deputy'), onBehalfOf: toPerson('assessor') })
      .thenRefused('interest-bars-the-round'));

  it('is refused to whoever put it forward', () => aCompetition.when(assessApplication, assess, by('before')).thenRefused('assessor-nominated-it'));

  it('is refused to whoever it was put forward in the name of', () => aCompetition.inTheNameOf(toPerson('lender')).when(assessApplication, assess, by('lender')).thenRefused('assessor-nominated-it'));

  it('keeps each score with its criterion and weight, and from the first on the criteria stand', () => aCompetition.when(assessApplication, assess, assessor).then(assessed, begun));

  it('by a second person stands beside the first, in whatever order the criteria are scored', () =>
    anAssessment
      .when(assessApplication, { ...assess, scores: [reach, value], comment: 'Sound' }, by('second'))
      .then(ApplicationAssessed({ ...assessed.data, assessedBy: toPerson('second'), comment: 'Sound' })));

  it('needs an application that exists', () => givenNothing().when(assessApplication, assess, assessor).thenNotFound());

  it('reads in the timeline with every score, and the comment if there is one', () => {
    const words = 'The application of East Riding of Yorkshire Council was given 360 of 500 points: 4 for Value for money, 3 for Councils reached';
    expect(ApplicationAssessed.say(assessed.data)).toBe(words);
    expect(ApplicationAssessed.say({ ...assessed.data, comment: 'Sound' })).toBe(`${words}. Sound`);
  });
});
