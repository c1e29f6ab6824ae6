import type { paymentEvents } from '#domain/payments';
import { costOf, inTransitTo, owedTo, throughBank } from '../places.js';
import { move } from '../posting.js';
import type { PostingsOf } from './of.js';

/*
 * A grant is an expense when its payment is authorised: the condition was met then (rows 10 to 14 of the design). What a
 * payment passes through lies in accounts of its award, so that one award's arrears never hide behind another's.
 */
export const PaymentAuthorised: PostingsOf<typeof paymentEvents.PaymentAuthorised> = ({ data: { award, budget, amount } }) =>
  move(costOf(award, budget), owedTo(award), amount, 'payment-authorised');

export const PaymentReleased: PostingsOf<typeof paymentEvents.PaymentReleased> = ({ data: { award, amount } }) =>
  move(owedTo(award), inTransitTo(award), amount, 'payment-released');

export const PaymentSettled: PostingsOf<typeof paymentEvents.PaymentSettled> = ({ data: { award, amount } }) =>
  move(inTransitTo(award), throughBank(award), amount, 'payment-settled');

export const PaymentFailed: PostingsOf<typeof paymentEvents.PaymentFailed> = ({ data: { award, amount } }) =>
  move(inTransitTo(award), owedTo(award), amount, 'payment-failed');

export const PaymentReturned: PostingsOf<typeof paymentEvents.PaymentReturned> = ({ data: { award, amount } }) =>
  move(throughBank(award), owedTo(award), amount, 'payment-returned');

export const PaymentCancelled: PostingsOf<typeof paymentEvents.PaymentCancelled> = ({ data: { award, budget, amount } }) =>
  move(owedTo(award), costOf(award, budget), amount, 'payment-cancelled');

export const SettlementCorrected: PostingsOf<typeof paymentEvents.SettlementCorrected> = ({ data: { award, amount } }) =>
  move(throughBank(award), inTransitTo(award), amount, 'correction');
