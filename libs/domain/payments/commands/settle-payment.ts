import { decide, present, reference, text, type PaymentRef } from '#kernel';
import { limit, move } from '#domain/limits';
import { limitOfPayment } from '../policies/limit-of-payment.js';
import { PaymentSettled } from '../payment.events.js';
import { payment } from '../payment.js';
import { paymentMustBeReleased, releasedRefusals } from '../policies/payment-must-be-released.js';

export class SettlePayment {
  @reference('PY', 'Payment') payment!: PaymentRef;
  @text('Bank reference') bankReference!: string;
}

export const settlePayment = decide(payment, SettlePayment, {
  summary: 'Record that the bank paid: the line of its statement names the payment.',
  permission: 'payment:settle',
  ref: ({ payment: ref }) => ref,
  facts: async (read, _, state) => ({ award: await read(limit, limitOfPayment(present(state).about)) }),
  refusals: releasedRefusals,
  rule(state, { payment: ref, bankReference }, { facts }) {
    const unsent = paymentMustBeReleased(state);
    if (unsent) return unsent;

    const { about } = present(state);
    return [PaymentSettled({ ...about, bankReference }), move(facts.award, 'authorised', 'spent', about.amount, ref)];
  },
});
