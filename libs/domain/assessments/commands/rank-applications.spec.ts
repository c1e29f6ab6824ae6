import { toPerson, toReference, type ApplicationRef } from '#kernel';
import { by } from '#kernel/testing/given';
import { interests, interestsEvents } from '#domain/programmes';
import { application, applicationEvents, entries, entriesEvents } from '#domain/applications';
import { anApplication, entered, firstApplication, nominated, scarborough } from '#domain/applications/testing';
import { spring } from '#domain/programmes/testing';
import { ApplicationAssessed, ApplicationsRanked } from '../assessment.events.js';
import { assessment } from '../assessment.js';
import { aCompetition, anAssessment, aRanking, assessed, firstRank, ranked } from '../testing/index.js';
import { rankApplications } from './rank-applications.js';

const secondApplication = toReference('AP', 'AP-2012-002');
const rank = { round: spring, places: 1, reserve: 0 };
const manager = by('manager');
const about = { application: secondApplication, organisationName: 'Scarborough Borough Council' };
type History = typeof anAssessment;
const withSecond = (before: History) =>
  before
    .and(application, secondApplication, applicationEvents.ApplicationNominated({ ...nominated.data, organisation: scarborough, organisationName: about.organisationName, partners: [] }))
    .and(entries, spring, entriesEvents.ApplicationEntered({ ...entered.data, ...about, organisation: scarborough }));
const given = (of: ApplicationRef, points: number, by = 'assessor') =>
  ApplicationAssessed({ ...assessed.data, application: of, ...(of === secondApplication ? about : {}), assessedBy: toPerson(by), points });
const withPoints = (points: number) => withSecond(anAssessment).and(assessment, spring, given(secondApplication, points));
const secondRank = { ...about, total: 360, assessors: 1, points: 7_200, rank: 1, placed: 'not-placed' } as const;

describe('ranking the applications of a round', () => {
  it('is refused in a round without criteria', () => anApplication.when(rankApplications, rank, manager).thenRefused('round-has-no-criteria', { round: 'Spring 2012' }));

  it('is refused once an award was recommended from the ranking', () =>
    aRanking
      .and(application, firstApplication, applicationEvents.ApplicationTakenForward({ award: toReference('AW', 'AW-2012-001') }))
      .when(rankApplications, rank, manager)
      .thenRefused('ranking-is-acted-on', { name: 'East Riding of Yorkshire Council' }));

  it('is refused when no application is left', () =>
    anAssessment
      .and(application, firstApplication, applicationEvents.ApplicationWithdrawn({ organisationName: 'East Riding', reason: 'No capacity' }))
      .when(rankApplications, rank, manager)
      .thenRefused('nothing-to-rank'));

  it('is refused while an application is not assessed', () =>
    withSecond(anAssessment).when(rankApplications, rank, manager).thenRefused('application-is-not-assessed', { count: 1, name: 'Scarborough Borough Council' }));

  it('is refused when the order names an application that is not ranked', () =>
    anAssessment
      .when(rankApplications, { ...rank, order: [{ application: 'AP-2012-009' }], because: 'Rural' }, manager)
      .thenRefused('order-names-another', { application: 'AP-2012-009' }));

  it('is refused when an order has no reason', () =>
    anAssessment.when(rankApplications, { ...rank, order: [{ application: firstApplication }] }, manager).thenRefused('order-needs-a-reason'));

  it('is refused when the cut falls between equals', () =>
    withPoints(360)
      .when(rankApplications, rank, manager)
      .thenRefused('tie-at-the-cut', { first: 'East Riding of Yorkshire Council', second: 'Scarborough Borough Council' }));

  it('is refused to whoever has an interest in the round', () =>
    aCompetition.and(assessment, spring, assessed)
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('manager'), nature: 'Member of the council of one bidder' }))
      .when(rankApplications, rank, by('manager'))
      .thenRefused('interest-bars-the-round'));

  it('places the best', () => aCompetition.and(assessment, spring, assessed).when(rankApplications, rank, manager).then(ranked));

  it('leaves out whoever withdrew', () =>
    withSecond(anAssessment)
      .and(application, secondApplication, applicationEvents.ApplicationWithdrawn({ organisationName: about.organisationName, reason: 'No capacity' }))
      .when(rankApplications, rank, manager)
      .then(ranked));

  it('compares the averages of however many assessors', () =>
    withPoints(400)
      .and(assessment, spring, given(secondApplication, 350, 'second'))
      .when(rankApplications, { ...rank, reserve: 1 }, manager)
      .then(
        ApplicationsRanked({
          ...ranked.data,
          reserve: 1,
          ranks: [{ ...secondRank, total: 750, assessors: 2, points: 7_500, placed: 'recommended' }, { ...firstRank, rank: 2, placed: 'reserve' }],
        }),
      ));

  it('settles a tie at the cut by an order with its reason', () =>
    withPoints(360)
      .when(rankApplications, { ...rank, order: [{ application: firstApplication }], because: 'Serves more residents' }, manager)
      .then(ApplicationsRanked({ ...ranked.data, ranks: [firstRank, secondRank], because: 'Serves more residents' })));

  it('replaces the ranking before, until an award was recommended from it', () =>
    withSecond(aRanking)
      .and(assessment, spring, given(secondApplication, 400))
      .when(rankApplications, rank, manager)
      .then(
        ApplicationsRanked({ ...ranked.data, ranks: [{ ...secondRank, total: 400, points: 8_000, placed: 'recommended' }, { ...firstRank, rank: 2, placed: 'not-placed' }] }),
      ));

  it('reads in the timeline in order, and says why where there was a tie', () => {
    const words = 'The applications for RD-2012-001 were ranked: 1. East Riding of Yorkshire Council (recommended), 1. Scarborough Borough Council (not placed)';
    const data = { ...ranked.data, ranks: [firstRank, secondRank] };
    expect(ApplicationsRanked.say(data)).toBe(words);
    expect(ApplicationsRanked.say({ ...data, because: 'it serves more residents' })).toBe(`${words}; tied ones in this order because it serves more residents`);
  });
});
