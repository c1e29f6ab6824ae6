import { minus, total, type Money } from '#kernel';
import type { awardEvents } from '#domain/awards';
import type { BudgetLine } from '#domain/limits';
import type { paymentEvents } from '#domain/payments';
import type { fundEvents, roundEvents } from '#domain/programmes';
import type { Code } from '../codes.js';
import { allocated, authority, available, moneyOf, type Place } from '../places.js';
import { move, type Transaction } from '../posting.js';
import type { PostingsOf } from './of.js';

/** Money given back lands where the event says: a closed round hands it on to its fund. */
const holder = (returnedTo: 'round' | 'fund' | 'its-fund', budget: BudgetLine): Place => (returnedTo !== 'round' ? available(budget) : allocated(budget));

export const BudgetSet: PostingsOf<typeof fundEvents.BudgetSet> = ({ data: { kind, amount, ...line } }) =>
  kind === 'original'
    ? move(authority('Original', line), available(line), amount, 'budget-set')
    : move(authority('Supplementary', line), available(line), amount, 'budget-added');

export const BudgetReduced: PostingsOf<typeof fundEvents.BudgetReduced> = ({ data: { amount, fund, financialYear } }) =>
  move(available({ fund, financialYear }), authority('Supplementary', { fund, financialYear }), amount, 'budget-reduced');

export const RoundOpened: PostingsOf<typeof roundEvents.RoundOpened> = ({ data: { budget, allocation } }) =>
  move(available(budget), allocated(budget), allocation, 'round-opened');

export const RoundClosed: PostingsOf<typeof roundEvents.RoundClosed> = ({ data: { budget, returned } }) =>
  move(allocated(budget), available(budget), returned, 'round-closed');

/** The rest of a sum after the parts that other budget lines bear. */
const rest = (amount: Money, parts: readonly Money[]): Money => minus(amount, total(parts));

export const AwardApproved: PostingsOf<typeof awardEvents.AwardApproved> = ({ ref, data: { budget, ceiling, otherLines = [] } }) => [
  ...move(allocated(budget), moneyOf(ref, 'Approved', budget), rest(ceiling, otherLines.map((each) => each.ceiling)), 'approved'),
  ...otherLines.flatMap(({ number, line, ceiling: part }) => move(available(line), moneyOf(ref, 'Approved', line, number), part, 'approved')),
];

/** Signed below its ceiling: the part that was signed moves on, the rest goes back to where it came from. */
export const AgreementSigned: PostingsOf<typeof awardEvents.AgreementSigned> = ({ ref, data: { budget, amount, released, returnedTo, otherLines = [] } }) => [
  ...move(moneyOf(ref, 'Approved', budget), moneyOf(ref, 'Agreed', budget), rest(amount, otherLines.filter(({ kind }) => kind === 'part').map((each) => each.amount)), 'signed'),
  ...move(moneyOf(ref, 'Approved', budget), holder(returnedTo, budget), released, 'signed-below-ceiling'),
  ...otherLines.flatMap(({ number, line, amount: part }) => move(moneyOf(ref, 'Approved', line, number), moneyOf(ref, 'Agreed', line, number), part, 'signed')),
  ...back(ref, 'Approved', otherLines, 'signed-below-ceiling'),
];

interface Ending {
  readonly budget: BudgetLine;
  readonly released: Money;
  readonly returnedTo: 'round' | 'fund';
  readonly otherLines?: readonly Returned[] | undefined;
}
interface Returned {
  readonly number: number;
  readonly line: BudgetLine;
  readonly released: Money;
}
/** What other budget lines get back goes to their funds: no round stands between. */
const back = (award: string, bucket: 'Approved' | 'Agreed', lines: readonly Returned[], code: Code): Transaction =>
  lines.flatMap(({ number, line, released }) => move(moneyOf(award, bucket, line, number), available(line), released, code));
const ended = (award: string, bucket: 'Approved' | 'Agreed', { budget, released, returnedTo, otherLines = [] }: Ending, code: Code): Transaction => [
  ...move(moneyOf(award, bucket, budget), holder(returnedTo, budget), released, code),
  ...back(award, bucket, otherLines, code),
];

export const OfferLapsed: PostingsOf<typeof awardEvents.OfferLapsed> = ({ ref, data }) => ended(ref, 'Approved', data, 'lapsed');
export const AwardWithdrawn: PostingsOf<typeof awardEvents.AwardWithdrawn> = ({ ref, data }) => ended(ref, data.stage === 'agreed' ? 'Agreed' : 'Approved', data, 'withdrawn');
export const AwardClosed: PostingsOf<typeof awardEvents.AwardClosed> = ({ ref, data }) => ended(ref, data.stage === 'approved' ? 'Approved' : 'Agreed', data, 'closed');

interface Paying {
  readonly award: string;
  readonly budget: BudgetLine;
  readonly amount: Money;
  readonly tranche?: number | undefined;
}
const bucket = ({ award, budget, tranche }: Paying, name: 'Agreed' | 'Authorised' | 'Spent'): Place => moneyOf(award, name, budget, tranche);

export const PaymentAuthorised: PostingsOf<typeof paymentEvents.PaymentAuthorised> = ({ data }) =>
  move(bucket(data, 'Agreed'), bucket(data, 'Authorised'), data.amount, 'payment-authorised');

export const PaymentSettled: PostingsOf<typeof paymentEvents.PaymentSettled> = ({ data }) =>
  move(bucket(data, 'Authorised'), bucket(data, 'Spent'), data.amount, 'payment-settled');

/** The bank sent it back: it is authorised again, until it is released anew or cancelled. */
export const PaymentReturned: PostingsOf<typeof paymentEvents.PaymentReturned> = ({ data }) =>
  move(bucket(data, 'Spent'), bucket(data, 'Authorised'), data.amount, 'payment-returned');

export const PaymentCancelled: PostingsOf<typeof paymentEvents.PaymentCancelled> = ({ data }) =>
  move(bucket(data, 'Authorised'), data.returnedTo === 'award' ? bucket(data, 'Agreed') : holder(data.returnedTo, data.budget), data.amount, 'payment-cancelled');

export const SettlementCorrected: PostingsOf<typeof paymentEvents.SettlementCorrected> = ({ data }) =>
  move(bucket(data, 'Spent'), bucket(data, 'Authorised'), data.amount, 'correction');
