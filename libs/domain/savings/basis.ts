import { choice, type FieldValue, type Money } from '#kernel';
import { claimedInAll, expected, type Buckets } from './buckets.js';
import type { Qualifier, SavingPeriod } from './saving-fields.js';

/** On what a figure stands: what was expected, what was said to have come about, what another person checked, an evaluator's lifetime. */
export const basis = choice('Basis', { forecast: 'forecast', claimed: 'claimed', validated: 'validated', lifetime: 'over a lifetime' });
export type Basis = FieldValue<typeof basis>;

interface Stands {
  readonly period: SavingPeriod;
  readonly qualifier: Qualifier;
  readonly buckets: Buckets;
}
export interface Figure {
  readonly amount: Money;
  readonly qualifier: Qualifier;
}

/**
 * What a saving comes to on a basis; undefined where it says nothing on it. A pound that was validated was claimed and
 * forecast before, so it is in the figures of all three bases: that is why no two bases are ever added. What a validator
 * rejected is in none. The qualifier belongs to what was expected; a claim names its amount.
 */
export function figureOn(on: Basis, { period, qualifier, buckets }: Stands): Figure | undefined {
  if ((period.kind === 'lifetime') !== (on === 'lifetime')) return undefined;
  switch (on) {
    case 'forecast':
    case 'lifetime':
      return { amount: expected(buckets), qualifier };
    case 'claimed':
      return { amount: claimedInAll(buckets), qualifier: 'exact' };
    case 'validated':
      return { amount: buckets.validated, qualifier: 'exact' };
  }
}
