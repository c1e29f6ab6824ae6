import { decide, money, present, reference, refuse, showDate, text, type FundingRef, type Money } from '#kernel';
import { ExpenseIncurred } from '../funding.events.js';
import { funding } from '../funding.js';
import { heldRefusals, moneyMustBeOursToSpend } from '../policies/money-must-be-ours-to-spend.js';

export class IncurExpense {
  @reference('FN', 'Funding') funding!: FundingRef;
  @money('Amount') amount!: Money;
  @text('What for') what!: string;
  @text('Document', { hint: 'The invoice or receipt' }) document!: string;
}

export const incurExpense = decide(funding, IncurExpense, {
  summary: 'Record what we spent that an outside funder pays for. It is our cost until it comes back.',
  permission: 'funding:claim',
  ref: ({ funding: ref }) => ref,
  refusals: { ...heldRefusals, 'outside-the-term': 'This funding pays for what is spent from {from} until {until}' },
  rule(state, { amount, what, document }, { on }) {
    const { about, heldBy, from, until } = present(state);
    const elsewhere = moneyMustBeOursToSpend(heldBy, about.funderName);
    if (elsewhere) return elsewhere;
    if (on < from || on > until) return refuse('outside-the-term', { from: showDate(from), until: showDate(until) });

    return [ExpenseIncurred({ ...about, amount, what, document })];
  },
});
