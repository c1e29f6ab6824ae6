import { toDate, toPerson, toReference, type ApplicationRef } from '#kernel';
import { by } from '#kernel/testing/given';
import { interests, interestsEvents, round } from '#domain/programmes';
import { application, applicationEvents, entries, entriesEvents } from '#domain/applications';
import { anApplication, aRoundAndBodies, entered, enteredBefore, firstApplication, left, nominated } from '#domain/applications/testing';
import { spring } from '#domain/programmes/testing';
import { ApplicationAssessed, ApplicationsRanked, ChoiceActedOn, RankingContinued } from '../assessment.events.js';
import { assessment, rankOf } from '../assessment.js';
import { aCompetition, anAssessment, aRanking, assessed, begun, criteriaSet, firstRank, ranked, second, secondApplication, withSecond } from '../testing/index.js';
import { rankApplications } from './rank-applications.js';

const rank = { round: spring, places: 1, reserve: 0 };
const manager = by('manager');
const about = { application: secondApplication, organisationName: second.organisationName };
const given = (of: ApplicationRef, points: number, by = 'assessor') =>
  ApplicationAssessed({ ...assessed.data, application: of, ...(of === secondApplication ? about : {}), assessedBy: toPerson(by), points });
const withPoints = (points: number) => withSecond(anAssessment).and(assessment, spring, given(secondApplication, points));
const secondRank = { ...about, total: 360, assessors: 1, points: 7_200, rank: 1, placed: 'not-placed' } as const;

describe('ranking the applications of a round', () => {
  it('is refused in a round without criteria', () => anApplication.when(rankApplications, rank, manager).thenRefused('round-has-no-criteria', { round: 'Spring 2012' }));

  it('is refused once an award was recommended from the ranking', () =>
    aRanking
      .and(assessment, spring, ChoiceActedOn({ round: spring, application: firstApplication, organisationName: 'East Riding of Yorkshire Council' }))
      .when(rankApplications, rank, manager)
      .thenRefused('ranking-is-acted-on', { name: 'East Riding of Yorkshire Council' }));

  it('is refused when no application is left', () =>
    anAssessment.and(entries, spring, left('withdrawn')).when(rankApplications, rank, manager).thenRefused('nothing-to-rank', { round: 'Spring 2012' }));

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
      .and(entries, spring, entriesEvents.ApplicationLeft({ round: spring, ...about, because: 'withdrawn' }))
      .when(rankApplications, rank, manager)
      .then(ranked));

  it('leaves out whoever is not eligible', () =>
    withSecond(anAssessment)
      .and(entries, spring, entriesEvents.ApplicationsScreened({ round: spring, version: 2, page: 1, pages: 1, results: [{ application: secondApplication, met: false, flags: 0, reasons: 'Too few homes' }] }))
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

  it('is kept in parts where it is long, each small enough for one record, and stands as a whole', async () => {
    const many = Array.from({ length: 450 }, (_, i) => ({ application: toReference('AP', `AP-2013-${String(i + 1).padStart(4, '0')}`), organisationName: `Council ${i + 1}` }));
    const history = many.reduce(
      (before, each, i) =>
        before
          .and(entries, spring, entriesEvents.ApplicationEntered({ ...entered.data, ...each, number: i + 1 }))
          .and(assessment, spring, ApplicationAssessed({ ...assessed.data, ...each, points: 500 - (i % 300) })),
      aRoundAndBodies.and(round, spring, criteriaSet, begun),
    );
    const order = [...many.keys()].sort((a, b) => (a % 300) - (b % 300) || a - b);
    const ranks = order.map((i, place) => {
      const points = 500 - (i % 300);
      const better = order.filter((other) => other % 300 < i % 300).length;
      return { ...firstRank, ...many[i], total: points, points: points * 20, rank: better + 1, placed: place < 2 ? 'recommended' : 'not-placed' } as const;
    });
    const { ranks: _, ...head } = ranked.data;
    const parts = [
      ApplicationsRanked({ ...head, places: 2, ranks: ranks.slice(0, 200), page: 1, pages: 3 }),
      RankingContinued({ round: spring, page: 2, pages: 3, ranks: ranks.slice(200, 400) }),
      RankingContinued({ round: spring, page: 3, pages: 3, ranks: ranks.slice(400) }),
    ] as const;
    await history.when(rankApplications, { round: spring, places: 2, reserve: 0 }, manager).then(...parts);
    const state = parts.reduce((before, part) => assessment.evolve(before, part, { ref: spring, version: 1, on: toDate('2013-01-01'), by: 'person:manager' }), assessment.initial);
    expect(ranks.map(({ application: of }) => rankOf(state, of))).toEqual(ranks);
  });

  it('reads in the timeline in order, and says why where there was a tie', () => {
    const words = 'The applications for RD-2012-001 were ranked: 1. East Riding of Yorkshire Council (recommended), 1. Scarborough Borough Council (not placed)';
    const data = { ...ranked.data, ranks: [firstRank, secondRank] };
    expect(ApplicationsRanked.say(data)).toBe(words);
    expect(ApplicationsRanked.say({ ...data, because: 'it serves more residents' })).toBe(`${words}; tied ones in this order because it serves more residents`);
  });
});

describe('ranking a round whose register names who came, and not who left', () => {
  const before = aRoundAndBodies
    .and(application, firstApplication, nominated)
    .and(entries, spring, enteredBefore)
    .and(round, spring, criteriaSet, begun)
    .and(assessment, spring, assessed);

  it('asks each application whether it still waits', () => before.when(rankApplications, rank, manager).then(ranked));

  it('is refused when none of them does', () =>
    before
      .and(application, firstApplication, applicationEvents.ApplicationWithdrawn({ organisationName: 'East Riding', reason: 'No capacity' }))
      .when(rankApplications, rank, manager)
      .thenRefused('nothing-to-rank'));

  it('is refused once an award was recommended from the ranking', () =>
    before
      .and(assessment, spring, ranked)
      .and(application, firstApplication, applicationEvents.ApplicationTakenForward({ award: toReference('AW', 'AW-2012-001') }))
      .when(rankApplications, rank, manager)
      .thenRefused('ranking-is-acted-on', { name: 'East Riding of Yorkshire Council' }));
});
