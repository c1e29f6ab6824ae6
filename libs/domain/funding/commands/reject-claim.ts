import { decide, present, reference, text, type ExpenseClaimRef } from '#kernel';
import { fundingLimit, limit, move } from '#domain/limits';
import { ExpenseRejected } from '../claim.events.js';
import { claim } from '../claim.js';
import { answeredRefusals, claimMustWait } from '../policies/claim-must-wait.js';

export class RejectClaim {
  @reference('XC', 'Claim') claim!: ExpenseClaimRef;
  @text('Reason', { hint: 'As the funder gave it' }) reason!: string;
}

export const rejectClaim = decide(claim, RejectClaim, {
  summary: 'Record that an outside funder did not accept a claim: what was spent is our cost again, and may be claimed anew.',
  permission: 'payment:settle',
  ref: ({ claim: ref }) => ref,
  facts: async (read, _, state) => ({ limit: await read(limit, fundingLimit(present(state).about.funding)) }),
  refusals: answeredRefusals,
  rule(state, { claim: ref, reason }, { facts }) {
    const answered = claimMustWait(state);
    if (answered) return answered;

    const { about } = present(state);
    return [ExpenseRejected({ ...about, reason }), move(facts.limit, 'claimed', 'unclaimed', about.amount, `${ref} rejected`)];
  },
});
