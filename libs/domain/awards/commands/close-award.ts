import { decide, present, reference, refuse, type AwardRef } from '#kernel';
import { moneyLeft } from '#domain/limits';
import { AwardClosed } from '../award.events.js';
import { award } from '../award.js';
import { mayBegin } from '../award-holdings.js';
import { giveTermsBack, readHeldByTerms, underWayElsewhere } from '../policies/held-by-terms.js';
import { noPaymentMayBeUnderWay, paymentRefusals } from '../policies/no-payment-may-be-under-way.js';
import { readHolders, release } from '../policies/release.js';

export class CloseAward {
  @reference('AW', 'Award') award!: AwardRef;
}

export const closeAward = decide(award, CloseAward, {
  summary: 'Close an award when its work is done; what was never drawn goes back to the round.',
  permission: 'award:close',
  ref: ({ award: ref }) => ref,
  facts: async (read, { award: ref }, state) => ({ ...(await readHolders(read, ref, present(state).terms.budget)), byTerms: await readHeldByTerms(read, ref, state) }),
  refusals: { 'award-is-not-agreed': 'This award is {stage}, and only one with a signed agreement is closed', ...paymentRefusals },
  rule(state, { award: ref }, { facts }) {
    if (!mayBegin(state)) return refuse('award-is-not-agreed', { stage: state.stage });
    const underWay = noPaymentMayBeUnderWay(facts.award, underWayElsewhere(facts.byTerms));
    if (underWay) return underWay;

    const { stage, terms: { budget, recipient, recipientName } } = present(state);
    const bucket = stage === 'agreed' ? 'agreed' : 'approved';
    const because = `${ref} closed`;
    const { released, returnedTo, changes } = release(facts, bucket, moneyLeft(facts.award, bucket), because);
    const back = giveTermsBack(facts.byTerms, state, { bucket, first: released, because, endedUnused: false });
    return [AwardClosed({ budget, recipient, recipientName, released, returnedTo, ...(stage === 'approved' ? { stage } : {}), ...back.said }), ...changes, ...back.changes];
  },
});
