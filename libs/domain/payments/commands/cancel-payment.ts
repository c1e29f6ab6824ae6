import { decide, present, reference, refuse, text, type PaymentRef } from '#kernel';
import { award, readFund, readHolders, release, releaseLine } from '#domain/awards';
import { limit, move } from '#domain/limits';
import { PaymentCancelled } from '../payment.events.js';
import { payment } from '../payment.js';
import { limitOfPayment } from '../policies/limit-of-payment.js';

export class CancelPayment {
  @reference('PY', 'Payment') payment!: PaymentRef;
  @text('Reason') reason!: string;
}

export const cancelPayment = decide(payment, CancelPayment, {
  summary: 'Cancel a payment that is not with the bank; its money goes back to the award, or further if the award has ended.',
  permission: 'payment:cancel',
  ref: ({ payment: ref }) => ref,
  facts: async (read, _, state) => {
    const { about } = present(state);
    return {
      award: await read(award, about.award),
      holders: await readHolders(read, about.award, about.budget),
      ...(about.tranche === undefined ? {} : { part: { money: await read(limit, limitOfPayment(about)), fund: await readFund(read, about.budget) } }),
    };
  },
  refusals: { 'payment-cannot-be-cancelled': 'This payment is {stage}, so it cannot be cancelled' },
  rule(state, { payment: ref, reason }, { facts: { award: of, holders, part } }) {
    const { stage, about } = present(state);
    if (stage === 'released' || stage === 'settled' || stage === 'cancelled') return refuse('payment-cannot-be-cancelled', { stage });

    const because = `${ref} cancelled`;
    if (of.state.stage === 'agreed') {
      return [PaymentCancelled({ ...about, reason, returnedTo: 'award' }), move(part?.money ?? holders.award, 'authorised', 'agreed', about.amount, because)];
    }
    if (part) return [PaymentCancelled({ ...about, reason, returnedTo: 'its-fund' }), ...releaseLine(part, 'authorised', about.amount, because)];
    const { returnedTo, changes } = release(holders, 'authorised', about.amount, because);
    return [PaymentCancelled({ ...about, reason, returnedTo }), ...changes];
  },
});
