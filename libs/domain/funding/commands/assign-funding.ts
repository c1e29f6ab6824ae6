import { code, decide, exceeds, minus, money, present, reference, refuse, showMoney, text, type Code, type FundingRef, type Money } from '#kernel';
import { qualifier, type Qualifier } from '#domain/limits';
import { programme } from '#domain/programmes';
import { FundingAssigned } from '../funding.events.js';
import { funding } from '../funding.js';

export class AssignFunding {
  @reference('FN', 'Funding') funding!: FundingRef;
  @code('To the programme') programme!: Code;
  @money('Amount') amount!: Money;
  @qualifier qualifier!: Qualifier;
  @text('What for') what!: string;
}

export const assignFunding = decide(funding, AssignFunding, {
  summary: 'Give money of an outside funder a use in a programme; it enters none of our budgets.',
  permission: 'funding:keep',
  ref: ({ funding: ref }) => ref,
  facts: async (read, input) => ({ programme: await read(programme, input.programme) }),
  refusals: { 'over-funding': '{left} of this funding has no use yet, and this needs {needed}' },
  rule(state, { programme: to, amount, qualifier: of, what }) {
    const { about, amount: whole, assigned } = present(state);
    const left = minus(whole, assigned);
    if (exceeds(amount, left)) return refuse('over-funding', { left: showMoney(left), needed: showMoney(amount) });

    return [FundingAssigned({ ...about, to, amount, qualifier: of, what })];
  },
});
