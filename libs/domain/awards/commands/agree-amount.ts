import { decide, money, reference, refuse, showMoney, type AwardRef, type Money } from '#kernel';
import { AmountAgreed } from '../award.events.js';
import { award } from '../award.js';
import { approvalRefusals, refuseUnapproved } from '../policies/award-must-be-approved.js';

export class AgreeAmount {
  @reference('AW', 'Award') award!: AwardRef;
  @money('Amount') amount!: Money;
}

export const agreeAmount = decide(award, AgreeAmount, {
  summary: 'Record that the recipient agreed to the amount that was proposed.',
  permission: 'award:negotiate',
  ref: ({ award: ref }) => ref,
  refusals: { ...approvalRefusals, 'amount-was-not-proposed': 'The proposal is {proposed}, so {amount} cannot be agreed. Propose it first' },
  rule(state, { amount }) {
    if (state.stage !== 'approved') return refuseUnapproved(state.stage);
    const { proposed, ceiling, terms } = state;
    if (proposed?.minor !== amount.minor) {
      return refuse('amount-was-not-proposed', { proposed: proposed ? showMoney(proposed) : 'not made yet', amount: showMoney(amount) });
    }

    return [AmountAgreed({ amount, ceiling, recipientName: terms.recipientName })];
  },
});
