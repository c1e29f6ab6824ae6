import { decide, exceeds, money, reference, refuse, showMoney, type AwardRef, type Money } from '#kernel';
import { AmountProposed } from '../award.events.js';
import { award } from '../award.js';
import { approvalRefusals, refuseUnapproved } from '../policies/award-must-be-approved.js';
import { costRefusals, fixedSumRefusals, mustBeOfTheCost, mustBeTheFixedSum, mustLieBetweenTheBounds } from '../policies/terms-of-the-round.js';

export class ProposeAmount {
  @reference('AW', 'Award') award!: AwardRef;
  @money('Amount') amount!: Money;
}

export const proposeAmount = decide(award, ProposeAmount, {
  summary: 'Propose an amount to the recipient, under the approved ceiling; a new proposal replaces the last.',
  permission: 'award:negotiate',
  ref: ({ award: ref }) => ref,
  refusals: { ...approvalRefusals, ...fixedSumRefusals, ...costRefusals, 'amount-is-over-ceiling': 'This award was approved up to {ceiling}, so {amount} cannot be proposed' },
  rule(state, { amount }) {
    if (state.stage !== 'approved') return refuseUnapproved(state.stage);
    const { ceiling, terms, cost } = state;
    const unfit = mustBeTheFixedSum(terms.roundTerms, amount) ?? mustLieBetweenTheBounds(terms.roundTerms, amount) ?? mustBeOfTheCost(terms.roundTerms, cost, amount);
    if (unfit) return unfit;
    if (exceeds(amount, ceiling)) return refuse('amount-is-over-ceiling', { ceiling: showMoney(ceiling), amount: showMoney(amount) });

    return [AmountProposed({ amount, ceiling, recipientName: terms.recipientName })];
  },
});
