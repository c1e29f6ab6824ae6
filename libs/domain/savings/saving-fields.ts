import { choice, oneOf, text, variant, type FieldValue } from '#kernel';
import { financialYearField } from '#domain/limits';

export { qualifier, type Qualifier } from '#domain/limits';

/** What was gained. The papers print "savings and/or income" without splitting it, so that is a kind of its own. */
export const savingKind = choice('Kind', {
  cashable: 'cashable savings',
  income: 'income',
  'avoided-cost': 'avoided cost',
  'savings-or-income': 'savings or income',
});
export type SavingKind = FieldValue<typeof savingKind>;

/** How much of it the support answers for. */
export const attribution = choice('Attribution', { attributable: 'attributable to the support', 'contributed-to': 'contributed to by the support' });
export type Attribution = FieldValue<typeof attribution>;

/** One financial year, or a lifetime: an evaluator's figure over all years, which belongs to none of them. */
export const period = oneOf('Period', {
  year: variant({ financialYear: financialYearField() }, '{financialYear}'),
  lifetime: variant({ of: text('Of what', { hint: 'Such as "the programme"' }) }, 'the lifetime of {of}'),
});
export type SavingPeriod = FieldValue<typeof period>;
