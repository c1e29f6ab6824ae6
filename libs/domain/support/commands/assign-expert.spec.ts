import { gbp, toCode, toPerson } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { award, awardEvents } from '#domain/awards';
import { about, anAwardApproved, anAwardRecommended, anAwardSigned, firstAward } from '#domain/awards/testing';
import { limit } from '#domain/limits';
import { interests, interestsEvents } from '#domain/programmes';
import { spring } from '#domain/programmes/testing';
import { AssignmentEnded, ExpertAssigned } from '../assignment.events.js';
import { assignment } from '../assignment.js';
import { ExpertAddedToPool } from '../expert.events.js';
import { expert } from '../expert.js';
import { added, anAssignment, aPool, assigned, available, expertDaysRef, firstExpert, moved, removed, tenDaysFree } from '../testing/index.js';
import { assignExpert } from './assign-expert.js';

const assign = { award: firstAward, expert: firstExpert };
const officer = by('officer');
const closed = awardEvents.AwardClosed({ ...about, released: gbp(1_800_000), returnedTo: 'round' });

describe('assigning an expert', () => {
  it.each([
    ['recommended', anAwardRecommended],
    ['closed', anAwardSigned.and(award, firstAward, closed)],
  ])('is refused while the award is %s', (stage, history) =>
    history.and(expert, firstExpert, added).when(assignExpert, assign, officer).thenRefused('award-takes-no-expert', { stage }));

  it('is refused from the pool of another programme', () =>
    anAwardApproved
      .and(expert, firstExpert, ExpertAddedToPool({ ...added.data, programme: toCode('DIGITAL') }))
      .when(assignExpert, assign, officer)
      .thenRefused('expert-is-not-in-the-pool', { programme: 'FUTURE' }));

  it('is refused once the expert was removed from the pool', () =>
    aPool.and(expert, firstExpert, removed).when(assignExpert, assign, officer).thenRefused('expert-is-not-in-the-pool'));

  it('is refused when the expert is assigned already', () => anAssignment.when(assignExpert, assign, officer).thenRefused('expert-is-assigned-already'));

  it('is refused for an expert who declared an interest in the round', () =>
    aPool
      .and(interests, spring, interestsEvents.InterestDeclared({ round: spring, declaredBy: toPerson('procurer'), nature: 'Advised another bidder' }))
      .when(assignExpert, assign, officer)
      .thenRefused('expert-has-an-interest'));

  it('is refused for more days than the expert has free', () =>
    aPool
      .and(expert, firstExpert, available)
      .and(limit, expertDaysRef, tenDaysFree, moved('free', 'AW-2012-002', 300, 'promised to AW-2012-002'))
      .when(assignExpert, { ...assign, days: '7.5' }, officer)
      .thenRefused('expert-is-not-free', { free: '7 days' }));

  it('keeps the days that the expert promises for this award', () =>
    aPool
      .and(expert, firstExpert, available)
      .and(limit, expertDaysRef, tenDaysFree)
      .when(assignExpert, { ...assign, days: '7.5' }, officer)
      .then(ExpertAssigned({ ...assigned.data, days: 750, financialYear: 'FY1213' }), moved('free', firstAward, 750, `promised to ${firstAward}`)));

  it('counts no promise against an expert of whom nobody said how many days they have', () =>
    aPool.when(assignExpert, { ...assign, days: '10' }, officer).then(ExpertAssigned({ ...assigned.data, days: 1_000 })));

  it('says when somebody helps as a mentor', () => aPool.when(assignExpert, { ...assign, capacity: 'mentor' }, officer).then(ExpertAssigned({ ...assigned.data, capacity: 'mentor' })));

  it('keeps what the expert does and whom they help', () => aPool.when(assignExpert, assign, officer).then(assigned));

  it('is possible again after the assignment ended', () =>
    anAssignment.and(assignment, firstAward, AssignmentEnded({ ...assigned.data, reason: 'Paused' })).when(assignExpert, assign, officer).then(assigned));

  it('needs an award and an expert that exist', async () => {
    await givenNothing().when(assignExpert, assign, officer).thenNotFound();
    await anAwardApproved.when(assignExpert, assign, officer).thenNotFound();
  });
});
