import { toPerson, toReference } from '#kernel';
import { by } from '#kernel/testing/given';
import { application, applicationEvents } from '#domain/applications';
import { anApplication, firstApplication } from '#domain/applications/testing';
import { interests, interestsEvents } from '#domain/programmes';
import { spring } from '#domain/programmes/testing';
import { AssessmentRevised } from '../assessment.events.js';
import { aCompetition, anAssessment, aRanking, assessed, scores } from '../testing/index.js';
import { reviseAssessment } from './revise-assessment.js';

const [value, reach] = scores;
const better = [value, { ...reach, score: 5 }];
const revise = { application: firstApplication, scores: better, reason: 'The second partner confirmed' };
const assessor = by('assessor');
const { comment: _, ...given } = assessed.data;
const revised = AssessmentRevised({
  ...given,
  scores: given.scores.map((each) => (each.criterion === 'reach' ? { ...each, score: 5 } : each)),
  before: 360,
  points: 440,
  reason: 'The second partner confirmed',
});

describe('revising an assessment', () => {
  it('is refused once the application was taken forward', () =>
    aRanking
      .and(application, firstApplication, applicationEvents.ApplicationTakenForward({ award: toReference('AW', 'AW-2012-001') }))
      .when(reviseAssessment, revise, assessor)
      .thenRefused('application-is-decided', { outcome: 'taken forward' }));

  it('is refused in a round without criteria', () => anApplication.when(reviseAssessment, revise, assessor).thenRefused('round-has-no-criteria'));

  it('is refused for scores that do not fit the criteria', () => anAssessment.when(reviseAssessment, { ...revise, scores: [value] }, assessor).thenRefused('criterion-is-not-scored'));

  it('is refused to somebody who has not assessed it', async () => {
    await aCompetition.when(reviseAssessment, revise, assessor).thenRefused('not-assessed-by-you');
    await anAssessment.when(reviseAssessment, revise, by('second')).thenRefused('not-assessed-by-you');
  });

  it('is refused to an assessor who has declared an interest since', () =>
    anAssessment
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('assessor'), nature: 'A new post at another bidder' }))
      .when(reviseAssessment, revise, assessor)
      .thenRefused('interest-bars-the-round'));

  it('keeps what was given before, and why it is given anew', () => anAssessment.when(reviseAssessment, revise, assessor).then(revised));
});
