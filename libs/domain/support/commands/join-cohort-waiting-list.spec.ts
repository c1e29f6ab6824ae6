import { by } from '#kernel/testing/given';
import { amey, eastRiding, scarborough } from '#domain/applications/testing';
import { queue } from '#domain/limits';
import { aCohortWithTwo, aFullCohort, aPlannedCohort, called, firstCohort, inLine, joined } from '../testing/cohorts.js';
import { schemeGives } from '../testing/scheme.js';
import { joinCohortWaitingList } from './join-cohort-waiting-list.js';

const join = { cohort: firstCohort, organisation: amey, reason: 'Asked for a place' };
const officer = by('officer');

describe('joining the waiting list of a cohort', () => {
  it('is refused before the cohort opens', () => aPlannedCohort.when(joinCohortWaitingList, join, officer).thenRefused('cohort-is-not-open', { stage: 'planned' }));

  it('is refused for a body that has places', () => aFullCohort.when(joinCohortWaitingList, { ...join, organisation: eastRiding }, officer).thenRefused('booked-already', { places: 2 }));

  it('is refused for a body that waits already', () => aFullCohort.and(queue, firstCohort, joined(amey)).when(joinCohortWaitingList, join, officer).thenRefused('waiting-already', { name: 'Amey' }));

  it('is refused for a body for which a place is kept', () =>
    aCohortWithTwo.and(queue, firstCohort, joined(amey), called('given up', inLine(amey))).when(joinCohortWaitingList, join, officer).thenRefused('waiting-already'));

  it('is refused for more places than the scheme gives one body', () =>
    aFullCohort.and(...schemeGives({ kind: 'places', each: 1 })).when(joinCohortWaitingList, { ...join, places: 2 }, officer).thenRefused('more-than-for-one-body', { each: 1 }));

  it('is refused for more places than there are', () => aFullCohort.when(joinCohortWaitingList, { ...join, places: 4 }, officer).thenRefused('more-than-all-places', { ours: 3, needed: 4 }));

  it('is refused while there is a place to book', () => aCohortWithTwo.when(joinCohortWaitingList, join, officer).thenRefused('place-is-open', { free: 1 }));

  it('puts the body behind those who wait, even where its wish would fit', () =>
    aCohortWithTwo.and(queue, firstCohort, joined(scarborough, 2)).when(joinCohortWaitingList, join, officer).then(joined(amey)));

  it('waits for as many places as are asked for', () => aFullCohort.when(joinCohortWaitingList, { ...join, places: 2 }, officer).then(joined(amey, 2)));
});
