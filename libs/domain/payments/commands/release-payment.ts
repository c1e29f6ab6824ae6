import { decide, present, reference, refuse, type PaymentRef } from '#kernel';
import { award } from '#domain/awards';
import { PaymentReleased } from '../payment.events.js';
import { payment } from '../payment.js';

export class ReleasePayment {
  @reference('PY', 'Payment') payment!: PaymentRef;
}

export const releasePayment = decide(payment, ReleasePayment, {
  summary: 'Release a payment to the bank: one that was authorised, or that failed or came back.',
  permission: 'payment:release',
  ref: ({ payment: ref }) => ref,
  facts: async (read, _, state) => ({ award: await read(award, present(state).about.award) }),
  refusals: {
    'payment-cannot-be-released': 'This payment is {stage}, so it cannot be released',
    'award-is-withdrawn': 'The award was withdrawn, so nothing more of it is paid. Cancel the payment',
    'payee-was-replaced': '{payee} no longer answers for this award. Cancel the payment and authorise another, to {recipient}',
    'releaser-authorised-it': 'You authorised this payment, so someone else must release it',
  },
  apart: { 'releaser-authorised-it': ({ state }) => present(state).authorisedBy },
  rule(state, _, { actor, facts }) {
    const { stage, about } = present(state);
    const { stage: standing, terms } = present(facts.award.state);
    if (stage === 'released' || stage === 'settled' || stage === 'cancelled') return refuse('payment-cannot-be-released', { stage });
    if (standing === 'withdrawn') return refuse('award-is-withdrawn');
    // It came back after the award was handed on.
    if (terms.recipient !== about.payee) return refuse('payee-was-replaced', { payee: about.payeeName, recipient: terms.recipientName });

    return [PaymentReleased({ ...about, releasedBy: actor })];
  },
});
