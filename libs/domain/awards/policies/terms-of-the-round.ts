import { exceeds, refuse, showMoney, type Money, type Refusal } from '#kernel';
import type { RoundTerms } from '#domain/programmes';

export const fixedSumRefusals = { 'not-the-fixed-sum': 'Every award of this round is {fixed}, so this one cannot be {amount}' } as const;
export const roundTermsRefusals = { ...fixedSumRefusals, 'over-round-ceiling': 'No award of this round may exceed {ceiling}' } as const;

/** A fixed sum is neither more nor less. */
export function mustBeTheFixedSum(terms: RoundTerms | undefined, amount: Money): Refusal<'not-the-fixed-sum'> | undefined {
  if (terms?.kind !== 'fixed' || terms.amount.minor === amount.minor) return undefined;
  return refuse('not-the-fixed-sum', { fixed: showMoney(terms.amount), amount: showMoney(amount) });
}

/** A ceiling must fit what the round says about all of its awards. */
export function ceilingMustFitTheRound(terms: RoundTerms | undefined, ceiling: Money): Refusal<'not-the-fixed-sum' | 'over-round-ceiling'> | undefined {
  if (terms?.kind === 'ceiling' && exceeds(ceiling, terms.upTo)) return refuse('over-round-ceiling', { ceiling: showMoney(terms.upTo) });
  return mustBeTheFixedSum(terms, ceiling);
}
