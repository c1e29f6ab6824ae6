import { gbp, toPerson, toReference } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { application, applicationEvents } from '#domain/applications';
import { anApplication, firstApplication, left } from '#domain/applications/testing';
import { assessment, assessmentEvents } from '#domain/assessments';
import { anAssessment, aRanking, firstRank, ranked } from '#domain/assessments/testing';
import { interests, interestsEvents, round, roundEvents } from '#domain/programmes';
import { budget, future, spring } from '#domain/programmes/testing';
import { AwardRecommended, MatchConditionSet } from '../award.events.js';
import { recommended, recipientName } from '../testing/index.js';
import { recommendAward } from './recommend-award.js';

const outOfTheRegister = left('taken-forward');
const chosen = assessmentEvents.ChoiceActedOn({ round: spring, application: firstApplication, organisationName: recipientName });
const takenForward = applicationEvents.ApplicationTakenForward({ award: toReference('AW', 'AW-2012-001') });

describe('recommending an award', () => {
  it('is refused the second time for the same application', () =>
    anApplication
      .and(application, firstApplication, takenForward)
      .when(recommendAward, { application: firstApplication }, by('officer'))
      .thenRefused('application-is-decided', { outcome: 'taken forward' }));

  it('is refused while the application is returned to be put right', () =>
    anApplication
      .and(application, firstApplication, applicationEvents.ApplicationReturned({ organisationName: recipientName, reason: 'The total is wrong' }))
      .when(recommendAward, { application: firstApplication }, by('officer'))
      .thenRefused('application-is-returned', { reason: 'The total is wrong' }));

  it('is refused in a competition that was not ranked', () =>
    anAssessment.when(recommendAward, { application: firstApplication }, by('officer')).thenRefused('application-is-not-placed', { round: 'Spring 2012', placed: 'not ranked yet' }));

  it.each(['reserve', 'not-placed'] as const)('is refused when the ranking says %s', (placed) =>
    anAssessment
      .and(assessment, spring, assessmentEvents.ApplicationsRanked({ ...ranked.data, ranks: [{ ...firstRank, placed }] }))
      .when(recommendAward, { application: firstApplication }, by('officer'))
      .thenRefused('application-is-not-placed'));

  it('is refused to whoever has an interest in the round', () =>
    aRanking
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('officer'), nature: 'Member of the council of one bidder' }))
      .when(recommendAward, { application: firstApplication }, by('officer'))
      .thenRefused('interest-bars-the-round'));

  it('follows the ranking of a competition', () => aRanking.when(recommendAward, { application: firstApplication }, by('officer')).then(recommended, takenForward, outOfTheRegister, chosen));

  it('is possible for one that was taken from the reserve', () =>
    anAssessment
      .and(
        assessment,
        spring,
        assessmentEvents.ApplicationsRanked({ ...ranked.data, ranks: [{ ...firstRank, placed: 'reserve' }] }),
        assessmentEvents.ApplicationTakenFromReserve({ round: spring, application: firstApplication, organisationName: recipientName, rank: 1, reason: 'More money' }),
      )
      .when(recommendAward, { application: firstApplication }, by('officer'))
      .then(recommended, takenForward, outOfTheRegister, chosen));

  it('keeps the terms of its round, whose match rule is a condition from the start', () => {
    const terms = { kind: 'fixed', amount: gbp(600_000) } as const;
    const matchRule = { ratio: 100, payableBeforeVerified: 50, from: 'any-partner' } as const;
    return anApplication
      .and(round, spring, roundEvents.RoundOpened({ programme: future, name: 'Spring 2012', budget, allocation: gbp(10_000_000), terms, matchRule }))
      .when(recommendAward, { application: firstApplication }, by('officer'))
      .then(AwardRecommended({ ...recommended.data, terms, matchRule }), MatchConditionSet({ ...matchRule, recipientName }), takenForward, outOfTheRegister);
  });

  it('keeps the recipient, the partners and the programme’s ceiling as they stand', () =>
    anApplication.when(recommendAward, { application: firstApplication }, by('officer')).then(recommended, takenForward, outOfTheRegister));

  it('needs an application that exists', () => givenNothing().when(recommendAward, { application: firstApplication }, by('officer')).thenNotFound());
});
