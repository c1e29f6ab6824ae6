import { decide, reference, refuse, type RoundRef } from '#kernel';
import { callNext, freePlaces, queue, readPlaces, waitingIn } from '#domain/limits';

export class AdvanceWaitingList {
  @reference('RD', 'Round') round!: RoundRef;
}

export const advanceWaitingList = decide(queue, AdvanceWaitingList, {
  summary: 'Keep the places that are free for those who wait longest.',
  permission: 'round:capacity',
  begins: 'named',
  ref: ({ round: ref }) => ref,
  facts: (read, { round: ref }) => readPlaces(read, ref),
  refusals: {
    'nobody-waits': 'Nobody is on the waiting list of {round}',
    'no-place-is-open': 'No place of {round} is free: those that are not taken are kept for whoever was called',
  },
  rule(state, { round }, { facts: { places, queue: line } }) {
    const [first] = waitingIn(state);
    if (!first) return refuse('nobody-waits', { round });
    const called = callNext(line, freePlaces(places, line), 'a place became free');
    return called.length === 0 ? refuse('no-place-is-open', { round }) : called;
  },
});
