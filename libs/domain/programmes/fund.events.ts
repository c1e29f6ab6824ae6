/** Stored. Change only through fund.history.ts. */
import { choice, code, event, money, optional, text } from '#kernel';
import { financialYearField } from '#domain/limits';

const line = { fund: code('Fund'), financialYear: financialYearField() };

export const FundOpened = event('FundOpened', {
  fields: { fund: code('Fund'), name: text('Name'), purpose: optional(text('Purpose', { long: true })) },
  sentence: 'The fund {name} ({fund}) was opened',
});

export const BudgetSet = event('BudgetSet', {
  fields: { ...line, amount: money('Amount'), kind: choice('Kind', { original: 'original budget', supplementary: 'supplementary budget' }) },
  sentence: '{amount} was given to {fund} for {financialYear} as its {kind}',
});

export const BudgetReduced = event('BudgetReduced', {
  fields: { ...line, amount: money('Amount'), reason: text('Reason') },
  sentence: 'The budget of {fund} for {financialYear} was reduced by {amount}: {reason}',
});
