import { added, itemAt, keeping, kept, noRoll, nothingKeyed, stream, without, type EventData, type Fact, type Keyed, type Roll } from '#kernel';
import * as events from './queue.events.js';

export interface Waiting {
  readonly who: string;
  readonly name: string;
  readonly places: number;
}
/** Who waits for a place of a round or of a cohort, in the order of joining, and for whom a place is kept. */
export interface QueueState {
  readonly order: Roll<Waiting>;
  /** The place in the order of the first that still waits. */
  readonly first: number;
  /** By who waits: the place in the order. Whoever leaves and joins again begins at the end. */
  readonly waiting: Keyed<number>;
  readonly called: Keyed<Waiting>;
  /** Places that are kept for those called. */
  readonly reserved: number;
}
export type QueueFact = Fact<typeof events, QueueState>;

const initial: QueueState = { order: noRoll, first: 0, waiting: nothingKeyed, called: nothingKeyed, reserved: 0 };

/** Those at the head that wait no more are passed once: what follows begins at somebody who waits. */
function settled(state: QueueState): QueueState {
  let { first } = state;
  for (let head = itemAt(state.order, first); head && kept(state.waiting, head.who) !== first; head = itemAt(state.order, first)) first += 1;
  return first === state.first ? state : { ...state, first };
}

function call(state: QueueState, each: Waiting): QueueState {
  if (kept(state.waiting, each.who) === undefined) throw new Error(`${each.who} does not wait, so it cannot be called`);
  return settled({ ...state, waiting: without(state.waiting, each.who), called: keeping(state.called, each.who, each), reserved: state.reserved + each.places });
}

function leave(state: QueueState, { who }: Pick<Waiting, 'who'>): QueueState {
  const called = kept(state.called, who);
  return settled({ ...state, waiting: without(state.waiting, who), called: without(state.called, who), reserved: state.reserved - (called?.places ?? 0) });
}

export const queue = stream('queue', { noun: 'waiting list of', events, initial }).evolvedBy({
  QueueJoined: (state, { who, name, places }: EventData<typeof events.QueueJoined>) =>
    settled({ ...state, order: added(state.order, { who, name, places }), waiting: keeping(state.waiting, who, state.order.size) }),
  QueueAdvanced: (state, { called }) => called.reduce(call, state),
  KeptPlaceTaken: leave,
  QueueLeft: leave,
});

/** Those that wait, in their order. */
export function* waitingIn({ order, first, waiting }: QueueState): Generator<Waiting> {
  for (let at = first; at < order.size; at += 1) {
    const each = itemAt(order, at);
    if (each && kept(waiting, each.who) === at) yield each;
  }
}

export const isWaiting = ({ waiting }: QueueState, who: string): boolean => kept(waiting, who) !== undefined;
/** The place that is kept for somebody. */
export const keptFor = ({ called }: QueueState, who: string): Waiting | undefined => kept(called, who);
