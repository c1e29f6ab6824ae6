import { decide, present, reference, refuse, text, type PaymentRef } from '#kernel';
import { limit, move } from '#domain/limits';
import { limitOfPayment } from '../policies/limit-of-payment.js';
import { SettlementCorrected } from '../payment.events.js';
import { payment } from '../payment.js';

export class CorrectSettlement {
  @reference('PY', 'Payment') payment!: PaymentRef;
  @text('Reason') reason!: string;
}

export const correctSettlement = decide(payment, CorrectSettlement, {
  summary: 'Correct a settlement that was recorded by mistake: the payment is with the bank again, whatever became of the award.',
  permission: 'payment:correct',
  ref: ({ payment: ref }) => ref,
  facts: async (read, _, state) => ({ award: await read(limit, limitOfPayment(present(state).about)) }),
  refusals: { 'payment-is-not-settled': 'This payment is {stage}, so there is no settlement to correct' },
  rule(state, { payment: corrects, reason }, { actor, facts }) {
    const paid = present(state);
    if (paid.stage !== 'settled') return refuse('payment-is-not-settled', { stage: paid.stage });

    const { about, bankReference } = paid;
    return [
      SettlementCorrected({ ...about, corrects, bankReference, reason, correctedBy: actor }),
      move(facts.award, 'spent', 'authorised', about.amount, `${corrects} corrected`),
    ];
  },
});
