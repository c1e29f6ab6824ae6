import type { Money } from '#kernel';
import type { awardEvents } from '#domain/awards';
import type { BudgetLine } from '#domain/limits';
import type { paymentEvents } from '#domain/payments';
import type { fundEvents, roundEvents } from '#domain/programmes';
import { allocated, authority, available, moneyOf, type Place } from '../places.js';
import { move } from '../posting.js';
import type { PostingsOf } from './of.js';

/** Money given back lands where the event says: a closed round hands it on to its fund. */
const holder = (returnedTo: 'round' | 'fund', budget: BudgetLine): Place => (returnedTo === 'fund' ? available(budget) : allocated(budget));

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

export const AwardApproved: PostingsOf<typeof awardEvents.AwardApproved> = ({ ref, data: { budget, ceiling } }) =>
  move(allocated(budget), moneyOf(ref, 'Approved', budget), ceiling, 'approved');

/** Signed below its ceiling: the part that was signed moves on, the rest goes back to where it came from. */
export const AgreementSigned: PostingsOf<typeof awardEvents.AgreementSigned> = ({ ref, data: { budget, amount, released, returnedTo } }) => [
  ...move(moneyOf(ref, 'Approved', budget), moneyOf(ref, 'Agreed', budget), amount, 'signed'),
  ...move(moneyOf(ref, 'Approved', budget), holder(returnedTo, budget), released, 'signed-below-ceiling'),
];

export const OfferLapsed: PostingsOf<typeof awardEvents.OfferLapsed> = ({ ref, data: { budget, released, returnedTo } }) =>
  move(moneyOf(ref, 'Approved', budget), holder(returnedTo, budget), released, 'lapsed');

export const AwardWithdrawn: PostingsOf<typeof awardEvents.AwardWithdrawn> = ({ ref, data: { budget, released, returnedTo, stage } }) =>
  move(moneyOf(ref, stage === 'agreed' ? 'Agreed' : 'Approved', budget), holder(returnedTo, budget), released, 'withdrawn');

export const AwardClosed: PostingsOf<typeof awardEvents.AwardClosed> = ({ ref, data: { budget, released, returnedTo } }) =>
  move(moneyOf(ref, 'Agreed', budget), holder(returnedTo, budget), released, 'closed');

interface Paying {
  readonly award: string;
  readonly budget: BudgetLine;
  readonly amount: Money;
}
const bucket = ({ award, budget }: Paying, name: 'Agreed' | 'Authorised' | 'Spent'): Place => moneyOf(award, name, budget);

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
