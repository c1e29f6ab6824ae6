import { by } from '#kernel/testing/given';
import { amey, scarborough } from '#domain/applications/testing';
import { queue, queueEvents } from '#domain/limits';
import { aCohortWithTwo, aFullCohort, called, firstCohort, inLine, joined } from '../testing/cohorts.js';
import { leaveCohortWaitingList } from './leave-cohort-waiting-list.js';

const leave = { cohort: firstCohort, organisation: amey, reason: 'Found another course' };
const officer = by('officer');
const left = queueEvents.QueueLeft({ holder: firstCohort, who: amey, name: 'Amey', because: 'Found another course' });

describe('leaving the waiting list of a cohort', () => {
  it('is refused for a body that is not on it', () => aFullCohort.when(leaveCohortWaitingList, leave, officer).thenRefused('not-waiting', { name: 'Amey' }));

  it('says why', () => aFullCohort.and(queue, firstCohort, joined(amey)).when(leaveCohortWaitingList, leave, officer).then(left));

  it('lets the next have what was too little for whoever stood first', () =>
    aCohortWithTwo
      .and(queue, firstCohort, joined(amey, 2), joined(scarborough))
      .when(leaveCohortWaitingList, leave, officer)
      .then(left, called('Amey waits no more', inLine(scarborough))));

  it('hands the place that was kept to whoever waits next', () =>
    aCohortWithTwo
      .and(queue, firstCohort, joined(amey), joined(scarborough), called('given up', inLine(amey)))
      .when(leaveCohortWaitingList, leave, officer)
      .then(left, called('Amey gave up its place', inLine(scarborough))));
});
