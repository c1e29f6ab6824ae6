/** Stored. Change only through claim.history.ts. */
import { event, money, person, reference, text } from '#kernel';
import { about as ofFunding } from './funding-fields.js';

const about = { ...ofFunding, claim: reference('XC', 'Claim'), amount: money('Amount') };

export const ExpenseClaimed = event('ExpenseClaimed', {
  fields: { ...about, document: text('Document'), claimedBy: person('Claimed by') },
  sentence: '{amount} was claimed from {funderName} for {programme} ({document})',
});

export const ExpenseReimbursed = event('ExpenseReimbursed', {
  fields: { ...about, bankReference: text('Bank reference') },
  sentence: '{funderName} paid back {amount} for {programme} (bank reference {bankReference})',
});

export const ExpenseRejected = event('ExpenseRejected', {
  fields: { ...about, reason: text('Reason') },
  sentence: '{funderName} did not accept the claim of {amount} for {programme}: {reason}',
});
