import { handsShown, present, stream, type ExpenseClaimRef, type Money, type Person } from '#kernel';
import * as events from './claim.events.js';
import type { FundingAbout } from './funding.js';

export type ClaimState =
  | { readonly stage: 'absent' }
  | {
      readonly stage: 'claimed' | 'reimbursed' | 'rejected';
      readonly about: FundingAbout & { readonly claim: ExpenseClaimRef; readonly amount: Money };
      /** Whoever claimed it, and whoever they stood in for: neither records that it was paid. */
      readonly claimedBy: readonly Person[];
    };

/** Second pair of eyes: a claim is answered once. */
function answered(state: ClaimState, stage: 'reimbursed' | 'rejected'): ClaimState {
  const { about, claimedBy, ...before } = present(state);
  if (before.stage !== 'claimed') throw new Error(`A claim that is ${before.stage} cannot be ${stage}`);
  return { stage, about, claimedBy };
}

export const claim = stream('claim', { noun: 'expense claim', events, initial: { stage: 'absent' } as ClaimState }).evolvedBy({
  ExpenseClaimed: (_, { document: __, claimedBy, ...about }, by) => ({ stage: 'claimed', about, claimedBy: handsShown(claimedBy, by) }),
  ExpenseReimbursed: (state) => answered(state, 'reimbursed'),
  ExpenseRejected: (state) => answered(state, 'rejected'),
});
