import { code, group, reference, type FieldValue } from '#kernel';
import { asCame, explained, make } from '#kernel/fields';

const written = /^FY(\d{2})(\d{2})$/;
const isFinancialYear = (value: unknown): boolean => {
  const years = typeof value === 'string' ? written.exec(value) : null;
  return years !== null && Number(years[2]) === (Number(years[1]) + 1) % 100;
};

/** A UK financial year, 1 April to 31 March, written FY1213 for 2012/13. */
export const financialYearField = (label = 'Financial year') =>
  make<string>(label, { hint: 'Write 2012/13 as FY1213' }, {
    kind: 'financial-year', widget: 'text', example: 'FY1213', schema: { type: 'string', pattern: '^FY\\d{4}$' },
    rules: [explained('financialYear', (value) => (isFinancialYear(value) ? undefined : `${label}: "${asCame(value)}" is not a financial year. Write 2012/13 as FY1213`))],
  });

/** Where an award's money comes from: every money event of an award carries it, because ledgers are derived from events alone. */
export const budgetLine = group(
  'Budget line',
  { fund: code('Fund'), financialYear: financialYearField(), round: reference('RD', 'Round') },
  '{fund} {financialYear}, round {round}',
);
export type BudgetLine = FieldValue<typeof budgetLine>;
