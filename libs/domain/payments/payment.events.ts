/** Stored. Change only through payment.history.ts. */
import { choice, code, count, event, money, optional, person, reference, text } from '#kernel';
import { budgetLine } from '#domain/limits';
import { failureReason, returnReason } from './reasons.js';

/** Every payment event says what, for whom and from which budget line: a ledger is derived from events alone. */
const about = {
  award: reference('AW', 'Award'),
  payee: reference('OR', 'Payee'),
  payeeName: text('Name of the payee'),
  amount: money('Amount'),
  budget: budgetLine,
  /** The part of the award that it is drawn from, where that is not its first budget line; `budget` is then the line of the part. */
  tranche: optional(count('Number of the part', { min: 1 })),
  phase: optional(code('Phase')),
};

export const PaymentAuthorised = event('PaymentAuthorised', {
  fields: { ...about, authorisedBy: person('Authorised by') },
  sentence: 'A payment of {amount} to {payeeName} was authorised for {award}',
});

export const PaymentReleased = event('PaymentReleased', {
  fields: { ...about, releasedBy: person('Released by') },
  sentence: 'The payment of {amount} to {payeeName} was released to the bank',
});

export const PaymentSettled = event('PaymentSettled', {
  fields: { ...about, bankReference: text('Bank reference') },
  sentence: '{payeeName} was paid {amount} (bank reference {bankReference})',
});

export const PaymentFailed = event('PaymentFailed', {
  fields: { ...about, reason: failureReason },
  sentence: 'The payment of {amount} to {payeeName} failed before it was settled: {reason}',
});

export const PaymentReturned = event('PaymentReturned', {
  fields: { ...about, reason: returnReason },
  sentence: '{payeeName}’s bank sent {amount} back: {reason}',
});

export const PaymentCancelled = event('PaymentCancelled', {
  fields: {
    ...about,
    reason: text('Reason'),
    returnedTo: choice('Returned to', { award: 'the award', round: 'the round, because the award had ended', fund: 'the fund, because the award had ended and the round was closed', 'its-fund': 'the fund of its budget line, because the award had ended' }),
  },
  sentence: 'The payment of {amount} to {payeeName} was cancelled: {reason}. The money went back to {returnedTo}',
});

/** The exact reverse of a settlement that was recorded by mistake: the payment is with the bank again. */
export const SettlementCorrected = event('SettlementCorrected', {
  fields: { ...about, corrects: reference('PY', 'Corrects'), bankReference: text('Bank reference that was recorded'), reason: text('Reason'), correctedBy: person('Corrected by') },
  sentence: 'The settlement of {amount} to {payeeName} (bank reference {bankReference}) was recorded by mistake: {reason}. The payment is with the bank again',
});
