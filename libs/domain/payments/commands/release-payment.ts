import { decide, present, reference, refuse, type PaymentRef } from '#kernel';
import { PaymentReleased } from '../payment.events.js';
import { payment } from '../payment.js';

export class ReleasePayment {
  @reference('PY', 'Payment') payment!: PaymentRef;
}

export const releasePayment = decide(payment, ReleasePayment, {
  summary: 'Release a payment to the bank: one that was authorised, or that failed or came back.',
  permission: 'payment:release',
  ref: ({ payment: ref }) => ref,
  refusals: {
    'payment-cannot-be-released': 'This payment is {stage}, so it cannot be released',
    'releaser-authorised-it': 'You authorised this payment, so someone else must release it',
  },
  apart: { 'releaser-authorised-it': ({ state }) => [present(state).authorisedBy] },
  rule(state, _, { actor }) {
    const { stage, about } = present(state);
    if (stage === 'released' || stage === 'settled' || stage === 'cancelled') return refuse('payment-cannot-be-released', { stage });

    return [PaymentReleased({ ...about, releasedBy: actor })];
  },
});
