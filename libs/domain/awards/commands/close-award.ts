import { decide, present, reference, refuse, type AwardRef } from '#kernel';
import { moneyLeft } from '#domain/limits';
import { AwardClosed } from '../award.events.js';
import { award } from '../award.js';
import { noPaymentMayBeUnderWay, paymentRefusals } from '../policies/no-payment-may-be-under-way.js';
import { readHolders, release } from '../policies/release.js';

export class CloseAward {
  @reference('AW', 'Award') award!: AwardRef;
}

export const closeAward = decide(award, CloseAward, {
  summary: 'Close an award when its work is done; what was never drawn goes back to the round.',
  permission: 'award:close',
  ref: ({ award: ref }) => ref,
  facts: (read, { award: ref }, state) => readHolders(read, ref, present(state).terms.budget),
  refusals: { 'award-is-not-agreed': 'This award is {stage}, and only one with a signed agreement is closed', ...paymentRefusals },
  rule(state, { award: ref }, { facts }) {
    if (state.stage !== 'agreed') return refuse('award-is-not-agreed', { stage: state.stage });
    const underWay = noPaymentMayBeUnderWay(facts.award);
    if (underWay) return underWay;

    const { budget, recipient, recipientName } = state.terms;
    const { released, returnedTo, changes } = release(facts, 'agreed', moneyLeft(facts.award, 'agreed'), `${ref} closed`);
    return [AwardClosed({ budget, recipient, recipientName, released, returnedTo }), ...changes];
  },
});
