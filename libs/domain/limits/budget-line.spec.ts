import { readInput } from '#kernel';
import { budgetLine, financialYearField } from './budget-line.js';

class Year {
  @financialYearField() financialYear!: string;
}

describe('a financial year', () => {
  it.each(['FY1213', 'FY9900', 'FY0001'])('%s is written as it should be', (financialYear) => {
    expect(readInput(Year, { financialYear })).toEqual({ ok: true, value: { financialYear } });
  });

  it.each(['FY1214', 'FY1212', '2012/13', 'FY12130', 'fy1213', 1213])('%s is not one, and the message says how to write it', (financialYear) => {
    expect(readInput(Year, { financialYear })).toEqual({
      ok: false,
      problems: [{ field: 'financialYear', message: `Financial year: "${financialYear}" is not a financial year. Write 2012/13 as FY1213` }],
    });
  });
});

it('a budget line reads as fund, year and round', () => {
  expect(budgetLine.spec.show({ fund: 'IMPROVEMENT', financialYear: 'FY1213', round: 'RD-2012-001' })).toBe('IMPROVEMENT FY1213, round RD-2012-001');
});
