import { decide, present, reference, refuse, type FieldValue, type PaymentRef } from '#kernel';
import { limit, move } from '#domain/limits';
import { limitOfPayment } from '../policies/limit-of-payment.js';
import { PaymentReturned } from '../payment.events.js';
import { payment } from '../payment.js';
import { returnReason } from '../reasons.js';

export class ReturnPayment {
  @reference('PY', 'Payment') payment!: PaymentRef;
  @returnReason reason!: FieldValue<typeof returnReason>;
}

export const returnPayment = decide(payment, ReturnPayment, {
  summary: 'Record that the recipient’s bank sent a payment back; it is authorised again, whatever became of the award.',
  permission: 'payment:settle',
  ref: ({ payment: ref }) => ref,
  facts: async (read, _, state) => ({ award: await read(limit, limitOfPayment(present(state).about)) }),
  refusals: { 'payment-is-not-settled': 'This payment is {stage}, and only a settled payment comes back' },
  rule(state, { payment: ref, reason }, { facts }) {
    const { stage, about } = present(state);
    if (stage !== 'settled') return refuse('payment-is-not-settled', { stage });

    return [PaymentReturned({ ...about, reason }), move(facts.award, 'spent', 'authorised', about.amount, `${ref} returned`)];
  },
});
