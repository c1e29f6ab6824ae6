import { code, decide, money, type Code, type Money } from '#kernel';
import { financialYearField, fundLimit, limit, open, raise } from '#domain/limits';
import { BudgetSet } from '../fund.events.js';
import { fund } from '../fund.js';

export class SetBudget {
  @code('Fund') fund!: Code;
  @financialYearField() financialYear!: string;
  @money('Amount') amount!: Money;
}

export const setBudget = decide(fund, SetBudget, {
  summary: 'Give a fund money for a financial year; the second time in a year it is a supplementary budget.',
  permission: 'fund:budget',
  ref: ({ fund: ref }) => ref,
  facts: async (read, { fund: ref, financialYear }) => ({ budget: await read.ifAny(limit, fundLimit(ref, financialYear)) }),
  refusals: {},
  rule(_, { fund: ref, financialYear, amount }, { facts: { budget } }) {
    const isFirst = budget.state.stage === 'absent';
    return [
      BudgetSet({ fund: ref, financialYear, amount, kind: isFirst ? 'original' : 'supplementary' }),
      isFirst ? open(budget.ref, `${ref} ${financialYear}`, 'available', amount) : raise(budget, 'available', amount, 'supplementary budget'),
    ];
  },
});
