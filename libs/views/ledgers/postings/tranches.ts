import type { Money } from '#kernel';
import type { awardEvents } from '#domain/awards';
import type { BudgetLine } from '#domain/limits';
import type { Code } from '../codes.js';
import { authority, available, carriedOut, futureAuthority, moneyOf, namedFor } from '../places.js';
import { move, type Transaction } from '../posting.js';
import type { PostingsOf } from './of.js';

interface Named {
  readonly number: number;
  readonly line: BudgetLine;
  readonly named: Money;
}
/** What is decided on is named no more, whatever was decided. */
const decided = (award: string, { number, line, named }: Named, code: Code): Transaction => move(namedFor(award, line, number), futureAuthority(line), named, code);

export const TrancheNamed: PostingsOf<typeof awardEvents.TrancheNamed> = ({ ref, data: { number, line, upTo } }) =>
  move(futureAuthority(line), namedFor(ref, line, number), upTo, 'year-named');

/** From here it is committed: approved, and agreed at once where the agreement was signed before. */
export const TrancheConfirmed: PostingsOf<typeof awardEvents.TrancheConfirmed> = ({ ref, data }) => {
  const { number, line, amount, countsAs } = data;
  return [
    ...decided(ref, data, 'year-confirmed'),
    ...move(available(line), moneyOf(ref, 'Approved', line, number), amount, 'approved'),
    ...(countsAs === 'agreed' ? move(moneyOf(ref, 'Approved', line, number), moneyOf(ref, 'Agreed', line, number), amount, 'signed') : []),
  ];
};

export const TrancheDeclined: PostingsOf<typeof awardEvents.TrancheDeclined> = ({ ref, data }) => decided(ref, data, 'year-declined');
export const TrancheLapsed: PostingsOf<typeof awardEvents.TrancheLapsed> = ({ ref, data }) => decided(ref, data, 'year-lapsed');

/** Each year balances within itself: the earlier one shows what went on, the later one by what authority it came. */
export const CarriedForward: PostingsOf<typeof awardEvents.CarriedForward> = ({ ref, data: { from, fromNumber, line, number, amount } }) => [
  ...move(moneyOf(ref, 'Agreed', from, fromNumber === 0 ? undefined : fromNumber), carriedOut(from), amount, 'carried-forward'),
  ...move(authority('CarryIn', line), moneyOf(ref, 'Agreed', line, number), amount, 'carried-forward'),
];
