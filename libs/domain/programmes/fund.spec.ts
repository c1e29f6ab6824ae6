import { gbp, toCode, toDate } from '#kernel';
import { BudgetSet } from './fund.events.js';
import { fund } from './fund.js';

it('a budget of a fund that was never opened is a bug', () => {
  const set = BudgetSet({ fund: toCode('IMPROVEMENT'), financialYear: 'FY1213', amount: gbp(1), kind: 'original' });
  expect(() => fund.evolve(fund.initial, set, { ref: 'IMPROVEMENT', version: 1, on: toDate('2012-04-01'), by: 'person:finance' })).toThrow('does not exist');
});
