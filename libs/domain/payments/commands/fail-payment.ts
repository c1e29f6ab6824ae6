import { decide, present, reference, type FieldValue, type PaymentRef } from '#kernel';
import { PaymentFailed } from '../payment.events.js';
import { payment } from '../payment.js';
import { paymentMustBeReleased, releasedRefusals } from '../policies/payment-must-be-released.js';
import { failureReason } from '../reasons.js';

export class FailPayment {
  @reference('PY', 'Payment') payment!: PaymentRef;
  @failureReason reason!: FieldValue<typeof failureReason>;
}

export const failPayment = decide(payment, FailPayment, {
  summary: 'Record that a payment failed before the bank settled it; it stays authorised and may be released again.',
  permission: 'payment:settle',
  ref: ({ payment: ref }) => ref,
  refusals: releasedRefusals,
  rule(state, { reason }) {
    const unsent = paymentMustBeReleased(state);
    if (unsent) return unsent;

    return [PaymentFailed({ ...present(state).about, reason })];
  },
});
