import { choice } from '#kernel';

/** Why a payment failed before it was settled. */
export const failureReason = choice('Reason', {
  'invalid-details': 'invalid details',
  'account-closed': 'account closed',
  'rejected-by-bank': 'rejected by the bank',
});

/** Why a bank sent a settled payment back: the meanings of ARUCS, by which unapplied credits are returned. */
export const returnReason = choice('Reason', {
  'invalid-details': 'invalid details',
  'beneficiary-deceased': 'beneficiary deceased',
  'account-transferred': 'account transferred',
  'no-account': 'no account',
  'account-closed': 'account closed',
  'requested-by-remitter': 'requested by the remitter',
});
