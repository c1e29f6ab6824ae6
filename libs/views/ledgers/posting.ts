import { isNil, showMoney, gbp, type Money } from '#kernel';
import { ledgerOf, type Ledger } from './chart.js';
import type { Code } from './codes.js';
import type { Place } from './places.js';

/** One line of a transaction: debits are positive, credits negative, in pence. */
export interface Posting {
  readonly place: Place;
  readonly amountMinor: number;
  readonly code: Code;
}

/** What makes an event's postings. */
export type Transaction = readonly Posting[];

/** Debits one account and credits another; nothing for nothing. */
export const move = (debited: Place, credited: Place, amount: Money, code: Code): Transaction =>
  isNil(amount)
    ? []
    : [
        { place: debited, amountMinor: amount.minor, code },
        { place: credited, amountMinor: -amount.minor, code },
      ];

/** Hands a transaction on if it sums to nil in each sub-ledger. Throws otherwise: the view stops at the event and says so. */
export function balanced(transaction: Transaction): Transaction {
  const sums = new Map<Ledger, number>();
  for (const { place, amountMinor } of transaction) {
    if (!Number.isSafeInteger(amountMinor) || amountMinor === 0) throw new RangeError(`${amountMinor} on ${place.path} is not a whole number of pence other than nil`);
    const ledger = ledgerOf(place.account);
    sums.set(ledger, (sums.get(ledger) ?? 0) + amountMinor);
  }
  for (const [ledger, sum] of sums) {
    if (sum !== 0) throw new Error(`These postings do not balance: ${ledger} is out by ${showMoney(gbp(sum))} (${transaction.map(({ place }) => place.path).join(', ')})`);
  }
  return transaction;
}
