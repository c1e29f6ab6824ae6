import { decide, present, reference, refuse, text, type PaymentRef } from '#kernel';
import { award, readHolders, release } from '#domain/awards';
import { move } from '#domain/limits';
import { PaymentCancelled } from '../payment.events.js';
import { payment } from '../payment.js';

export class CancelPayment {
  @reference('PY', 'Payment') payment!: PaymentRef;
  @text('Reason') reason!: string;
}

export const cancelPayment = decide(payment, CancelPayment, {
  summary: 'Cancel a payment that is not with the bank; its money goes back to the award, or further if the award has ended.',
  permission: 'payment:cancel',
  ref: ({ payment: ref }) => ref,
  facts: async (read, _, state) => {
    const { award: of, budget } = present(state).about;
    return { award: await read(award, of), holders: await readHolders(read, of, budget) };
  },
  refusals: { 'payment-cannot-be-cancelled': 'This payment is {stage}, so it cannot be cancelled' },
  rule(state, { payment: ref, reason }, { facts: { award: of, holders } }) {
    const { stage, about } = present(state);
    if (stage === 'released' || stage === 'settled' || stage === 'cancelled') return refuse('payment-cannot-be-cancelled', { stage });

    const because = `${ref} cancelled`;
    if (of.state.stage === 'agreed') {
      return [PaymentCancelled({ ...about, reason, returnedTo: 'award' }), move(holders.award, 'authorised', 'agreed', about.amount, because)];
    }
    const { returnedTo, changes } = release(holders, 'authorised', about.amount, because);
    return [PaymentCancelled({ ...about, reason, returnedTo }), ...changes];
  },
});
