import { decide, exceeds, minus, money, plus, present, reference, refuse, showMoney, text, toReference, type FundingRef, type Money } from '#kernel';
import { fundingLimit, limit, moneyLeft, move } from '#domain/limits';
import { ExpenseClaimed } from '../claim.events.js';
import { claim } from '../claim.js';
import { funding } from '../funding.js';
import { heldRefusals, moneyMustBeOursToSpend } from '../policies/money-must-be-ours-to-spend.js';

export class ClaimExpense {
  @reference('FN', 'Funding') funding!: FundingRef;
  @money('Amount') amount!: Money;
  @text('Document', { hint: 'The claim as it was sent' }) document!: string;
}

export const claimExpense = decide(claim, ClaimExpense, {
  summary: 'Claim back from an outside funder what we spent: never more than that, nor more than the funding comes to.',
  permission: 'funding:claim',
  begins: 'XC',
  facts: async (read, input) => ({ funding: await read(funding, input.funding), limit: await read(limit, fundingLimit(input.funding)) }),
  refusals: {
    ...heldRefusals,
    'over-what-was-spent': '{left} was spent and not claimed yet, and this claims {needed}',
    'over-funding': '{left} of the funding is not claimed yet, and this claims {needed}. What is above it stays our cost',
  },
  rule(_, { amount, document }, { actor, ref, facts }) {
    const { about, heldBy, incurred } = present(facts.funding.state);
    const elsewhere = moneyMustBeOursToSpend(heldBy, about.funderName);
    if (elsewhere) return elsewhere;
    const claimed = plus(moneyLeft(facts.limit, 'claimed'), moneyLeft(facts.limit, 'received'));
    const spent = minus(incurred, claimed);
    const needed = showMoney(amount);
    if (exceeds(amount, spent)) return refuse('over-what-was-spent', { left: showMoney(spent), needed });
    const left = moneyLeft(facts.limit, 'unclaimed');
    if (exceeds(amount, left)) return refuse('over-funding', { left: showMoney(left), needed });

    return [ExpenseClaimed({ ...about, claim: toReference('XC', ref), amount, document, claimedBy: actor }), move(facts.limit, 'unclaimed', 'claimed', amount, ref)];
  },
});
