import { due, isReference, workflow } from '#kernel';
import { advanceWaitingList } from '#domain/assessments';
import { queue } from '#domain/limits';

/**
 * Whoever gives a place back or raises a capacity calls those who wait in the same append. Somebody who joins at that very moment was
 * not seen there: one more look closes the gap, and finds nothing to do nearly always.
 */
export const advanceTheWaitingList = workflow('advance-waiting-list', {
  version: 1,
  summary: 'When an application joins a waiting list while a place becomes free, the place is kept for whoever waits longest.',
  from: [queue],
  on: { QueueJoined: ({ ref, on }) => (isReference(ref, 'RD') ? [due(ref, on, advanceWaitingList, { round: ref })] : []) },
});
