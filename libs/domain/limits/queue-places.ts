import { inPages, pairsOf, refuse, type CohortRef, type Elsewhere, type ReadFact, type Refusal, type RoundRef } from '#kernel';
import { placesLimit } from './limit-refs.js';
import { limit } from './limit.js';
import { held, moveUnit, type LimitFact } from './moves.js';
import { KeptPlaceTaken, QueueAdvanced, QueueJoined, QueueLeft } from './queue.events.js';
import { isWaiting, keptFor, queue, waitingIn, type QueueFact, type Waiting } from './queue.js';

export const placeRefusals = {
  'no-place-left': 'There is no place left: {taken} of {capacity} are taken',
  'others-wait': '{name} comes first, and the places that are left are kept for those who wait',
} as const;
export type PlaceRefusal = Refusal<keyof typeof placeRefusals>;

/** The places of a round or a cohort, and who waits for one. */
export interface Places {
  readonly places: LimitFact;
  readonly queue: QueueFact;
}
export const readPlaces = async (read: ReadFact, holder: RoundRef | CohortRef): Promise<Places> => ({
  places: await read.ifAny(limit, placesLimit(holder)),
  queue: await read.ifAny(queue, holder),
});

/** How many of a limit's places are neither taken nor kept for somebody who was called. */
export const freePlaces = (places: LimitFact, line: QueueFact): number => held(places, 'open') - line.state.reserved;

/**
 * Keeps places for those that wait, in their order: nobody is passed over because a smaller wish would fit. `free` is how many
 * places there are to keep, `leaving` whoever leaves in the same breath. Nothing is appended where nobody waits or the first does not fit.
 */
export function callNext(line: QueueFact, free: number, because: string, leaving?: string): readonly Elsewhere[] {
  const called: Waiting[] = [];
  let left = free;
  for (const each of waitingIn(line.state)) {
    if (each.who === leaving) continue;
    if (each.places > left) break;
    called.push(each);
    left -= each.places;
  }
  return called.length === 0 ? [] : [line.append(...inPages(called).map(({ items }) => QueueAdvanced({ holder: line.ref, called: items, because })))];
}

/** Who has the better claim to what is open than somebody for whom nothing is kept: whoever waits first, then whoever was called. */
function aheadOf({ state }: QueueFact, who: string, isFull: boolean): Waiting | undefined {
  const [first] = waitingIn(state);
  if (first && first.who !== who) return first;
  const called = isFull ? [...pairsOf(state.called)] : [];
  return called.map(([, each]) => each).find((each) => each.who !== who);
}

/** Takes places for somebody: those kept for it, or free ones that nobody waits for. */
export function takePlace(places: LimitFact, line: QueueFact, asked: Waiting, because: string): PlaceRefusal | readonly Elsewhere[] {
  const { who, name, places: needed } = asked;
  const open = held(places, 'open');
  const taken = held(places, 'taken');
  if (open < needed) return refuse('no-place-left', { taken, capacity: open + taken });
  const mine = keptFor(line.state, who);
  const isFull = freePlaces(places, line) + (mine?.places ?? 0) < needed;
  const ahead = mine && !isFull ? undefined : aheadOf(line, who, isFull);
  if (ahead) return refuse('others-wait', { name: ahead.name });

  const moved = moveUnit(places, 'PLACE', 'open', 'taken', needed, because);
  if (!mine && !isWaiting(line.state, who)) return [moved];
  // Whoever takes fewer than it waited for leaves the rest to the next.
  const rest = freePlaces(places, line) + (mine?.places ?? 0) - needed;
  return [moved, line.append(KeptPlaceTaken({ holder: line.ref, who, name, places: needed, because })), ...callNext(line, rest, `${name} took ${needed}`, who)];
}

/** Gives taken places back, and keeps them in the same breath for those who wait longest. */
export const givePlaceBack = ({ places, queue: line }: Places, amount: number, because: string): readonly Elsewhere[] => [
  moveUnit(places, 'PLACE', 'taken', 'open', amount, because),
  ...callNext(line, freePlaces(places, line) + amount, because),
];

export const joinQueue = (line: QueueFact, { who, name, places }: Waiting, because: string): Elsewhere => line.append(QueueJoined({ holder: line.ref, who, name, places, because }));

/**
 * Leaves the list. What was kept, or was too little for whoever stood first, goes to the next in the same breath. Nothing is appended
 * for somebody who is on no list.
 */
export function leaveQueue({ places, queue: line }: Places, { who, name }: Pick<Waiting, 'who' | 'name'>, because: string): readonly Elsewhere[] {
  const given = keptFor(line.state, who);
  if (!given && !isWaiting(line.state, who)) return [];
  const left = line.append(QueueLeft({ holder: line.ref, who, name, because }));
  const why = given ? `${name} gave up its place` : `${name} waits no more`;
  return [left, ...callNext(line, freePlaces(places, line) + (given?.places ?? 0), why, who)];
}
