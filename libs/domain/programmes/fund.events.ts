/** Stored. Change only through fund.history.ts. */
import { choice, code, event, money, optional, reference, text } from '#kernel';
import { financialYearField } from '#domain/limits';
import { fundClass } from './fund-class.js';

const line = { fund: code('Fund'), financialYear: financialYearField() };

/* Named first: inside an event whose sentence is a function, the compiler would leave optional fields until last. */
const purpose = optional(text('Purpose', { long: true }));
const kindOfMoney = optional(fundClass);
const heldBy = optional(reference('OR', 'Held by'));
const heldByName = optional(text('Name of who holds it'));

export const FundOpened = event('FundOpened', {
  fields: { fund: code('Fund'), name: text('Name'), purpose, class: kindOfMoney, heldBy, heldByName },
  sentence: ({ class: spent, heldByName: holder }, show) => `The ${spent === undefined ? '' : `${show('class')} `}fund ${show('name')} (${show('fund')}) was opened${holder === undefined ? '' : `, held by ${show('heldByName')}`}`,
});

const kind = choice('Kind', { original: 'original budget', supplementary: 'supplementary budget' });
const source = optional(reference('OR', 'Whose money'));
const sourceName = optional(text('Name of whose money it is'));

export const BudgetSet = event('BudgetSet', {
  fields: { ...line, amount: money('Amount'), kind, source, sourceName },
  sentence: ({ sourceName: giver }, show) => `${show('amount')}${giver === undefined ? '' : ` of ${show('sourceName')}`} was given to ${show('fund')} for ${show('financialYear')} as its ${show('kind')}`,
});

export const BudgetReduced = event('BudgetReduced', {
  fields: { ...line, amount: money('Amount'), reason: text('Reason') },
  sentence: 'The budget of {fund} for {financialYear} was reduced by {amount}: {reason}',
});

/** Of the fund that gives. Together the two funds have what they had before. */
export const BudgetVired = event('BudgetVired', {
  fields: { ...line, to: code('To the fund'), amount: money('Amount'), reason: text('Reason'), minute: text('Minute') },
  sentence: '{amount} of {fund} for {financialYear} was moved to {to}: {reason} ({minute})',
});
