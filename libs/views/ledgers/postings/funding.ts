import { exceeds, minus } from '#kernel';
import type { claimEvents, fundingEvents } from '#domain/funding';
import { claimsOn, givenBy, reimbursableOf, reimbursedOf, throughBankOf } from '../places.js';
import { move } from '../posting.js';
import type { PostingsOf } from './of.js';

/*
 * Money of an outside funder is a memorandum: it is in no budget of ours. What we spend of it is our cost, and what comes back is
 * income against that cost, so that nothing of it stays with us once all of it came back.
 */
export const FundingOffered: PostingsOf<typeof fundingEvents.FundingOffered> = ({ ref, data: { amount } }) => move(givenBy(ref, 'Promise'), givenBy(ref, 'Unclaimed'), amount, 'funding-offered');

export const FundingVaried: PostingsOf<typeof fundingEvents.FundingVaried> = ({ ref, data: { before, amount } }) =>
  exceeds(amount, before)
    ? move(givenBy(ref, 'Promise'), givenBy(ref, 'Unclaimed'), minus(amount, before), 'funding-raised')
    : move(givenBy(ref, 'Unclaimed'), givenBy(ref, 'Promise'), minus(before, amount), 'funding-lowered');

export const ExpenseIncurred: PostingsOf<typeof fundingEvents.ExpenseIncurred> = ({ ref, data: { amount } }) => move(reimbursableOf(ref), throughBankOf(ref), amount, 'expense-incurred');

export const ExpenseClaimed: PostingsOf<typeof claimEvents.ExpenseClaimed> = ({ data: { funding, amount } }) => [
  ...move(givenBy(funding, 'Unclaimed'), givenBy(funding, 'Claimed'), amount, 'expense-claimed'),
  ...move(claimsOn(funding), reimbursedOf(funding), amount, 'expense-claimed'),
];

export const ExpenseReimbursed: PostingsOf<typeof claimEvents.ExpenseReimbursed> = ({ data: { funding, amount } }) => [
  ...move(givenBy(funding, 'Claimed'), givenBy(funding, 'Received'), amount, 'expense-reimbursed'),
  ...move(throughBankOf(funding), claimsOn(funding), amount, 'expense-reimbursed'),
];

/** The exact reverse of the claim. */
export const ExpenseRejected: PostingsOf<typeof claimEvents.ExpenseRejected> = ({ data: { funding, amount } }) => [
  ...move(givenBy(funding, 'Claimed'), givenBy(funding, 'Unclaimed'), amount, 'expense-rejected'),
  ...move(reimbursedOf(funding), claimsOn(funding), amount, 'expense-rejected'),
];
