import { exceeds, isNil, nil, plus, refuse, showMoney, type Money, type Refusal } from '#kernel';
import { moneyLeft, showDays, type LimitFact } from '#domain/limits';
import type { RoundTerms } from '#domain/programmes';
import { givesMoney, supportOf } from '../award-holdings.js';
import type { AwardTerms } from '../award-state.js';
import { percentOf } from '../percent-of.js';

export const fixedSumRefusals = { 'not-the-fixed-sum': 'Every award of this round is {fixed}, so this one cannot be {amount}' } as const;
export const bodyCeilingRefusals = {
  'over-body-ceiling': 'No body may have more than {ceiling} in this round. {recipient} has {counted} already and this is {needed}',
} as const;
export const roundTermsRefusals = {
  ...fixedSumRefusals,
  'over-round-ceiling': 'No award of this round may exceed {ceiling}',
  'ceiling-is-nil': 'This award gives money, so its ceiling cannot be £0.00',
  ...bodyCeilingRefusals,
} as const;
export const costRefusals = {
  'below-the-bound': 'An award of this round comes to {least} at the least, so this one cannot be {amount}',
  'above-the-bound': 'An award of this round comes to {most} at the most, so this one cannot be {amount}',
  'cost-is-not-stated': 'This award is a share of what {bearer} pays. State the cost first, by its document',
  'above-the-share-of-the-cost': '{per} per cent of the cost of {cost} is {most}, so this award cannot be {amount}',
} as const;
export const supportRefusals = {
  'over-days': 'An award of this round may have up to {most}, so this one cannot have {days}',
  'gives-no-days': 'The terms of this award give no days of an expert’s help',
  'days-are-missing': 'This award gives up to {most} of an expert’s help. Say how many days are approved',
  'over-places': 'A body may have {most} places under these terms, so this award cannot have {places}',
} as const;

/** A fixed sum is neither more nor less. */
export function mustBeTheFixedSum(terms: RoundTerms | undefined, amount: Money): Refusal<'not-the-fixed-sum'> | undefined {
  if (terms?.kind !== 'fixed' || terms.amount.minor === amount.minor) return undefined;
  return refuse('not-the-fixed-sum', { fixed: showMoney(terms.amount), amount: showMoney(amount) });
}

/** A ceiling must fit what the round says about all of its awards, and about all awards of one body. */
export function ceilingMustFitTheRound(terms: AwardTerms, ceiling: Money, linked: LimitFact): Refusal<keyof typeof roundTermsRefusals> | undefined {
  const { roundTerms, support, recipientName: name } = terms;
  const givesNone = roundTerms?.kind === 'none' || !givesMoney({ support });
  if (givesNone && !isNil(ceiling)) return refuse('over-round-ceiling', { ceiling: showMoney(nil) });
  if (isNil(ceiling) && !givesNone) return refuse('ceiling-is-nil');
  if (roundTerms?.kind === 'ceiling' && exceeds(ceiling, roundTerms.upTo)) return refuse('over-round-ceiling', { ceiling: showMoney(roundTerms.upTo) });
  return bodyMustStayWithin(roundTerms, { name, linked }, ceiling) ?? mustBeTheFixedSum(roundTerms, ceiling);
}

interface Linked {
  readonly name: string;
  readonly linked: LimitFact;
}

/** What one body has in a round, all its awards and their later years together, stays within what the terms give to one body. */
export function bodyMustStayWithin(terms: RoundTerms | undefined, { name, linked }: Linked, more: Money): Refusal<'over-body-ceiling'> | undefined {
  if (terms?.kind !== 'ceiling-per-body') return undefined;
  const counted = moneyLeft(linked, 'approved');
  if (!exceeds(plus(counted, more), terms.upTo)) return undefined;
  return refuse('over-body-ceiling', { ceiling: showMoney(terms.upTo), recipient: name, counted: showMoney(counted), needed: showMoney(more) });
}

/** A share of somebody else's cost lies between two bounds. */
export function mustLieBetweenTheBounds(terms: RoundTerms | undefined, amount: Money): Refusal<'below-the-bound' | 'above-the-bound'> | undefined {
  if (terms?.kind !== 'share-of-cost') return undefined;
  const { atLeast, atMost } = terms;
  if (exceeds(atLeast, amount)) return refuse('below-the-bound', { least: showMoney(atLeast), amount: showMoney(amount) });
  return exceeds(amount, atMost) ? refuse('above-the-bound', { most: showMoney(atMost), amount: showMoney(amount) }) : undefined;
}

/** Where the share has a per cent, it is of a cost that a document states: rounded down, because it is a limit. */
export function mustBeOfTheCost(terms: RoundTerms | undefined, cost: Money | undefined, amount: Money): Refusal<'cost-is-not-stated' | 'above-the-share-of-the-cost'> | undefined {
  if (terms?.kind !== 'share-of-cost') return undefined;
  if (!cost) return refuse('cost-is-not-stated', { bearer: terms.bearer });
  const per = terms.per ?? 100;
  const most = percentOf(cost, per, 'down');
  return exceeds(amount, most) ? refuse('above-the-share-of-the-cost', { per, cost: showMoney(cost), most: showMoney(most), amount: showMoney(amount) }) : undefined;
}

/** Days and places are what the terms say, or less. */
export function supportMustFit(terms: AwardTerms, days: number | undefined, places: number | undefined): Refusal<keyof typeof supportRefusals> | undefined {
  const given = supportOf({ terms }, 'days');
  if (days !== undefined && !given) return refuse('gives-no-days');
  if (given && days === undefined) return refuse('days-are-missing', { most: showDays(given.upTo) });
  if (given && days !== undefined && days > given.upTo) return refuse('over-days', { most: showDays(given.upTo), days: showDays(days) });
  const most = supportOf({ terms }, 'places')?.each ?? 0;
  return places !== undefined && places > most ? refuse('over-places', { most, places }) : undefined;
}
