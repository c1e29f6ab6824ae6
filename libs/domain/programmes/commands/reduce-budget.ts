import { code, decide, exceeds, money, refuse, showMoney, text, type Code, type Money } from '#kernel';
import { financialYearField, fundLimit, limit, moneyLeft, reduce } from '#domain/limits';
import { BudgetReduced } from '../fund.events.js';
import { fund } from '../fund.js';

export class ReduceBudget {
  @code('Fund') fund!: Code;
  @financialYearField() financialYear!: string;
  @money('Amount') amount!: Money;
  @text('Reason') reason!: string;
}

export const reduceBudget = decide(fund, ReduceBudget, {
  summary: 'Give back a part of a fund’s budget that no round holds.',
  permission: 'fund:budget',
  ref: ({ fund: ref }) => ref,
  facts: async (read, { fund: ref, financialYear }) => ({ budget: await read.ifAny(limit, fundLimit(ref, financialYear)) }),
  refusals: { 'budget-is-committed': 'Only {available} of this budget is in no round, so it cannot be reduced by {needed}. Close a round first' },
  rule(_, { fund: ref, financialYear, amount, reason }, { facts: { budget } }) {
    const available = moneyLeft(budget, 'available');
    if (exceeds(amount, available)) return refuse('budget-is-committed', { available: showMoney(available), needed: showMoney(amount) });

    return [BudgetReduced({ fund: ref, financialYear, amount, reason }), reduce(budget, 'available', amount, reason)];
  },
});
