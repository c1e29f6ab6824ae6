import { code, decide, money, optional, present, reference, type Code, type Money, type OrganisationRef } from '#kernel';
import { financialYearField, fundLimit, limit, open, raise } from '#domain/limits';
import { organisation } from '#domain/organisations';
import { BudgetSet } from '../fund.events.js';
import { fund } from '../fund.js';
import { stated } from '../stated.js';

export class SetBudget {
  @code('Fund') fund!: Code;
  @financialYearField() financialYear!: string;
  @money('Amount') amount!: Money;
  @optional(reference('OR', 'Whose money', { hint: 'Where several bodies pay into one fund' })) source?: OrganisationRef;
}

export const setBudget = decide(fund, SetBudget, {
  summary: 'Give a fund money for a financial year; the second time in a year it is a supplementary budget.',
  permission: 'fund:budget',
  ref: ({ fund: ref }) => ref,
  facts: async (read, { fund: ref, financialYear, source }) => ({
    budget: await read.ifAny(limit, fundLimit(ref, financialYear)),
    source: source === undefined ? undefined : present((await read(organisation, source)).state),
  }),
  refusals: {},
  rule(state, { fund: ref, financialYear, amount, source }, { facts: { budget, source: giver } }) {
    const isSupplementary = present(state).budgeted.includes(financialYear);
    const because = isSupplementary ? 'supplementary budget' : 'original budget';
    return [
      BudgetSet({ fund: ref, financialYear, amount, kind: isSupplementary ? 'supplementary' : 'original', ...stated({ source, sourceName: giver?.name }) }),
      budget.state.stage === 'absent' ? open(budget.ref, `${ref} ${financialYear}`, 'available', amount) : raise(budget, 'available', amount, because),
    ];
  },
});
