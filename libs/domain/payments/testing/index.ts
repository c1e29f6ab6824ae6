import { gbp, toPerson, toReference } from '#kernel';
import { eastRiding } from '#domain/applications/testing';
import { anAwardSigned, awardLimitRef, firstAward, moved, recipientName } from '#domain/awards/testing';
import { limit } from '#domain/limits';
import { budget } from '#domain/programmes/testing';
import { PaymentAuthorised, PaymentFailed, PaymentReleased, PaymentReturned, PaymentSettled } from '../payment.events.js';
import { payment } from '../payment.js';

export const firstPayment = toReference('PY', 'PY-2012-001');
export const about = { award: firstAward, payee: eastRiding, payeeName: recipientName, amount: gbp(900_000), budget };

export const authorised = PaymentAuthorised({ ...about, authorisedBy: toPerson('payments') });
export const released = PaymentReleased({ ...about, releasedBy: toPerson('treasurer') });
export const settled = PaymentSettled({ ...about, bankReference: 'BACS 0815' });
export const failed = PaymentFailed({ ...about, reason: 'invalid-details' });
export const returned = PaymentReturned({ ...about, reason: 'account-closed' });
export const back = moved('spent', 'authorised', 900_000, `${firstPayment} returned`);

/** £9,000.00 of £18,000.00, step by step: each goes on from the one before. */
export const aPaymentAuthorised = anAwardSigned
  .and(payment, firstPayment, authorised)
  .and(limit, awardLimitRef, moved('agreed', 'authorised', 900_000, firstPayment));
export const aPaymentReleased = aPaymentAuthorised.and(payment, firstPayment, released);
export const aPaymentFailed = aPaymentReleased.and(payment, firstPayment, failed);
export const aPaymentSettled = aPaymentReleased
  .and(payment, firstPayment, settled)
  .and(limit, awardLimitRef, moved('authorised', 'spent', 900_000, firstPayment));
export const aPaymentReturned = aPaymentSettled.and(payment, firstPayment, returned).and(limit, awardLimitRef, back);
