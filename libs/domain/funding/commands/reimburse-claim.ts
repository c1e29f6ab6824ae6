import { decide, present, reference, text, type ExpenseClaimRef } from '#kernel';
import { fundingLimit, limit, move } from '#domain/limits';
import { ExpenseReimbursed } from '../claim.events.js';
import { claim } from '../claim.js';
import { answeredRefusals, claimMustWait } from '../policies/claim-must-wait.js';

export class ReimburseClaim {
  @reference('XC', 'Claim') claim!: ExpenseClaimRef;
  @text('Bank reference') bankReference!: string;
}

export const reimburseClaim = decide(claim, ReimburseClaim, {
  summary: 'Record that an outside funder paid a claim back: the line of the bank statement names it.',
  permission: 'payment:settle',
  ref: ({ claim: ref }) => ref,
  facts: async (read, _, state) => ({ limit: await read(limit, fundingLimit(present(state).about.funding)) }),
  refusals: { ...answeredRefusals, 'claim-was-yours': 'You made this claim, so someone else must record that it was paid' },
  apart: { 'claim-was-yours': ({ state }) => present(state).claimedBy },
  rule(state, { claim: ref, bankReference }, { facts }) {
    const answered = claimMustWait(state);
    if (answered) return answered;

    const { about } = present(state);
    return [ExpenseReimbursed({ ...about, bankReference }), move(facts.limit, 'claimed', 'received', about.amount, ref)];
  },
});
