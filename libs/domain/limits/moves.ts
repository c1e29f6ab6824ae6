import { fact, gbp, type Elsewhere, type Fact, type Money } from '#kernel';
import type * as events from './limit.events.js';
import { LimitMoved, LimitOpened, LimitRaised, LimitReduced } from './limit.events.js';
import { left, limit, type LimitState } from './limit.js';

/** A limit as a rule holds it: consuming it appends to it, at the version that was read. Folding checks the unit again. */
export type LimitFact = Fact<typeof events, LimitState>;

/** What a bucket of money holds; nil where the limit or the bucket does not exist. */
export function moneyLeft({ ref, state }: LimitFact, bucket: string): Money {
  if (state.stage === 'open' && state.unit !== 'GBP') throw new Error(`The limit ${ref} counts ${state.unit}, not money`);
  return gbp(left(state, bucket));
}

/** Opens a limit of money with one bucket filled. Nobody need have read it: what names it is new in the same append. */
export const open = (ref: string, subject: string, bucket: string, amount: Money): Elsewhere =>
  fact(limit, ref, 0, limit.initial).append(LimitOpened({ subject, unit: 'GBP', bucket, amount: amount.minor }));

export const raise = (limit: LimitFact, bucket: string, amount: Money, because: string): Elsewhere =>
  limit.append(LimitRaised({ unit: 'GBP', bucket, amount: amount.minor, because }));

export const reduce = (limit: LimitFact, bucket: string, amount: Money, because: string): Elsewhere =>
  limit.append(LimitReduced({ unit: 'GBP', bucket, amount: amount.minor, because }));

export const move = (limit: LimitFact, from: string, to: string, amount: Money, because: string): Elsewhere =>
  limit.append(LimitMoved({ unit: 'GBP', from, to, amount: amount.minor, because }));
