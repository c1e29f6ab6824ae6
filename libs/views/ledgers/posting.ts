import { isNil, type Money } from '#kernel';
import { showQuantity } from '#domain/limits';
import { ledgerOf, unitOf, type Ledger } from './chart.js';
import type { Code } from './codes.js';
import type { Place } from './places.js';

/** One line of a transaction: debits are positive, credits negative; pence, or hundredths of what else its sub-ledger counts. */
export interface Posting {
  readonly place: Place;
  readonly amountMinor: number;
  readonly code: Code;
}

/** What makes an event's postings. */
export type Transaction = readonly Posting[];

/** Debits one account and credits another; nothing for nothing. */
export const move = (debited: Place, credited: Place, amount: Money, code: Code): Transaction => (isNil(amount) ? [] : moveSome(debited, credited, amount.minor, code));

/** The same of days, in hundredths: an event about days carries no money. */
export const moveDays = (debited: Place, credited: Place, days: number, code: Code): Transaction => (days === 0 ? [] : moveSome(debited, credited, days, code));

const moveSome = (debited: Place, credited: Place, amountMinor: number, code: Code): Transaction => [
  { place: debited, amountMinor, code },
  { place: credited, amountMinor: -amountMinor, code },
];

/** Hands a transaction on if it sums to nil in each sub-ledger. Throws otherwise: the view stops at the event and says so. */
export function balanced(transaction: Transaction): Transaction {
  const sums = new Map<Ledger, number>();
  for (const { place, amountMinor } of transaction) {
    const ledger = ledgerOf(place.account);
    if (!Number.isSafeInteger(amountMinor) || amountMinor === 0) {
      throw new RangeError(`${amountMinor} on ${place.path} is not a whole number of ${unitOf(ledger) === 'GBP' ? 'pence' : 'hundredths'} other than nil`);
    }
    sums.set(ledger, (sums.get(ledger) ?? 0) + amountMinor);
  }
  for (const [ledger, sum] of sums) {
    if (sum !== 0) throw new Error(`These postings do not balance: ${ledger} is out by ${showQuantity(unitOf(ledger), sum)} (${transaction.map(({ place }) => place.path).join(', ')})`);
  }
  return transaction;
}
