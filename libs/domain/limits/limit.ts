import { stream } from '#kernel';
import * as events from './limit.events.js';
import type { Unit } from './units.js';

/** A limit is a row of buckets, none of which may cross zero; money, days and places only ever move between them. */
export type LimitState =
  | { readonly stage: 'absent' }
  | { readonly stage: 'open'; readonly subject: string; readonly unit: Unit; readonly buckets: Readonly<Record<string, number>> };

/** Adds to one bucket. The rules check first; this is the second pair of eyes, so it throws. */
function add(state: LimitState, unit: Unit, bucket: string, amount: number): LimitState {
  if (state.stage === 'absent') throw new Error(`A limit that was never opened cannot hold ${bucket}`);
  if (state.unit !== unit) throw new Error(`The limit of ${state.subject} counts ${state.unit}, not ${unit}`);
  const sum = (state.buckets[bucket] ?? 0) + amount;
  if (!Number.isSafeInteger(sum)) throw new RangeError(`${bucket} of ${state.subject} would be ${sum}, which cannot be kept exactly`);
  if (sum < 0) throw new Error(`${bucket} of ${state.subject} would cross zero: ${sum}`);
  return { ...state, buckets: { ...state.buckets, [bucket]: sum } };
}

export const limit = stream('limit', { events, initial: { stage: 'absent' } as LimitState }).evolvedBy({
  LimitOpened(state, { subject, unit, bucket, amount }) {
    if (state.stage === 'open') throw new Error(`The limit of ${subject} is open already`);
    return add({ stage: 'open', subject, unit, buckets: {} }, unit, bucket, amount);
  },
  LimitRaised: (state, { unit, bucket, amount }) => add(state, unit, bucket, amount),
  LimitReduced: (state, { unit, bucket, amount }) => add(state, unit, bucket, -amount),
  LimitMoved: (state, { unit, from, to, amount }) => add(add(state, unit, from, -amount), unit, to, amount),
});

/** What a bucket holds, in minor units of the limit; nothing where the limit or the bucket does not exist. */
export const left = (state: LimitState, bucket: string): number => (state.stage === 'open' ? (state.buckets[bucket] ?? 0) : 0);
