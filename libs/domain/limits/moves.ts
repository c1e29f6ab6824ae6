import { fact, gbp, isNil, type Elsewhere, type Fact, type Money } from '#kernel';
import type * as events from './limit.events.js';
import { LimitMoved, LimitOpened, LimitRaised, LimitReduced } from './limit.events.js';
import { left, limit, type LimitState } from './limit.js';
import type { Unit } from './units.js';

/** A limit as a rule holds it: consuming it appends to it, at the version that was read. Folding checks the unit again. */
export type LimitFact = Fact<typeof events, LimitState>;

/** What a bucket of money holds; nil where the limit or the bucket does not exist. */
export function moneyLeft({ ref, state }: LimitFact, bucket: string): Money {
  if (state.stage === 'open' && state.unit !== 'GBP') throw new Error(`The limit ${ref} counts ${state.unit}, not money`);
  return gbp(left(state, bucket));
}

/** What a bucket holds, in minor units of the limit; nothing where the limit or the bucket does not exist. */
export const held = ({ state }: LimitFact, bucket: string): number => left(state, bucket);

/** Opens a limit with one bucket filled. Nobody need have read it: what names it is new in the same append. */
export const openUnit = (ref: string, subject: string, unit: Unit, bucket: string, amount: number): Elsewhere =>
  fact(limit, ref, 0, limit.initial).append(LimitOpened({ subject, unit, bucket, amount }));
export const raiseUnit = (limit: LimitFact, unit: Unit, bucket: string, amount: number, because: string): Elsewhere => limit.append(LimitRaised({ unit, bucket, amount, because }));
export const reduceUnit = (limit: LimitFact, unit: Unit, bucket: string, amount: number, because: string): Elsewhere => limit.append(LimitReduced({ unit, bucket, amount, because }));
export const moveUnit = (limit: LimitFact, unit: Unit, from: string, to: string, amount: number, because: string): Elsewhere => limit.append(LimitMoved({ unit, from, to, amount, because }));

/** The same of money. */
export const open = (ref: string, subject: string, bucket: string, amount: Money): Elsewhere => openUnit(ref, subject, 'GBP', bucket, amount.minor);
export const raise = (limit: LimitFact, bucket: string, amount: Money, because: string): Elsewhere => raiseUnit(limit, 'GBP', bucket, amount.minor, because);
export const reduce = (limit: LimitFact, bucket: string, amount: Money, because: string): Elsewhere => reduceUnit(limit, 'GBP', bucket, amount.minor, because);
export const move = (limit: LimitFact, from: string, to: string, amount: Money, because: string): Elsewhere => moveUnit(limit, 'GBP', from, to, amount.minor, because);

/** A move of money that may be nil: then nothing is appended. */
export const moved = (limit: LimitFact, from: string, to: string, amount: Money, because: string): readonly Elsewhere[] => (isNil(amount) ? [] : [move(limit, from, to, amount, because)]);
