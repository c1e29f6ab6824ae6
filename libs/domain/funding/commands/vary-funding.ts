import { date, decide, exceeds, minus, money, optional, plus, present, reference, refuse, showMoney, text, type FundingRef, type IsoDate, type Money } from '#kernel';
import { fundingLimit, limit, moneyLeft, raise, reduce } from '#domain/limits';
import { FundingVaried } from '../funding.events.js';
import { funding } from '../funding.js';
import { termMustRunForwards, termRefusals } from '../term.js';

export class VaryFunding {
  @reference('FN', 'Funding') funding!: FundingRef;
  @money('Amount', { hint: 'All of it from now on, not the difference' }) amount!: Money;
  @optional(date('Until', { hint: 'The last day, where that changes' })) until?: IsoDate;
  @text('Reason') reason!: string;
}

export const varyFunding = decide(funding, VaryFunding, {
  summary: 'Vary what an outside funder pays, up or down, or until when; never below what was claimed or assigned.',
  permission: 'funding:keep',
  ref: ({ funding: ref }) => ref,
  facts: async (read, { funding: ref }) => ({ limit: await read(limit, fundingLimit(ref)) }),
  refusals: {
    ...termRefusals,
    'nothing-varies': 'This is what the funding comes to already, until the same day',
    'below-what-was-claimed': '{claimed} of this funding is claimed already, so it cannot come to {amount}',
    'below-what-was-assigned': '{assigned} of this funding is assigned already, so it cannot come to {amount}',
  },
  rule(state, { funding: ref, amount, until, reason }, { facts }) {
    const { about, amount: before, from, until: beforeUntil, offeredUntil, assigned } = present(state);
    const now = { from, until: until ?? beforeUntil };
    const backwards = termMustRunForwards(now);
    if (backwards) return backwards;
    if (amount.minor === before.minor && now.until === beforeUntil) return refuse('nothing-varies');
    const claimed = plus(moneyLeft(facts.limit, 'claimed'), moneyLeft(facts.limit, 'received'));
    if (exceeds(claimed, amount)) return refuse('below-what-was-claimed', { claimed: showMoney(claimed), amount: showMoney(amount) });
    if (exceeds(assigned, amount)) return refuse('below-what-was-assigned', { assigned: showMoney(assigned), amount: showMoney(amount) });

    return [
      FundingVaried({ ...about, before, amount, beforeUntil, until: now.until, reason, ...(now.until > offeredUntil ? { offeredUntil } : {}) }),
      ...(exceeds(amount, before) ? [raise(facts.limit, 'unclaimed', minus(amount, before), `${ref} varied`)] : []),
      ...(exceeds(before, amount) ? [reduce(facts.limit, 'unclaimed', minus(before, amount), `${ref} varied`)] : []),
    ];
  },
});
