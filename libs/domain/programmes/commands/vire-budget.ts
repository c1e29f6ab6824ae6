import { code, decide, exceeds, money, present, refuse, showMoney, text, type Code, type Money } from '#kernel';
import { financialYearField, fundLimit, limit, moneyLeft, open, raise, reduce } from '#domain/limits';
import { BudgetVired } from '../fund.events.js';
import { fund } from '../fund.js';

export class VireBudget {
  @code('From the fund') from!: Code;
  @financialYearField() financialYear!: string;
  @code('To the fund') to!: Code;
  @money('Amount') amount!: Money;
  @text('Reason') reason!: string;
  @text('Minute', { hint: 'Where it was decided' }) minute!: string;
}

export const vireBudget = decide(fund, VireBudget, {
  summary: 'Move a part of one fund’s budget to another fund for the same year. Capital is never turned into revenue.',
  permission: 'fund:budget',
  ref: ({ from }) => from,
  facts: async (read, { from, financialYear, to }) => ({
    taker: await read(fund, to),
    given: await read.ifAny(limit, fundLimit(from, financialYear)),
    taken: await read.ifAny(limit, fundLimit(to, financialYear)),
  }),
  refusals: {
    'same-fund': 'The money is in {fund} already',
    'fund-is-held-elsewhere': 'The money of {name} is held by {holder}, who alone can move it',
    'capital-stays-capital': '{from} is capital and {to} is not, and capital is never turned into anything else',
    'fund-is-too-small': 'The fund has {available} in no round, so {needed} cannot be moved',
  },
  rule(state, { from, financialYear, to, amount, reason, minute }, { facts: { taker, given, taken } }) {
    if (from === to) return refuse('same-fund', { fund: from });
    const [giver, other] = [present(state), present(taker.state)];
    const elsewhere = [giver, other].find(({ heldBy }) => heldBy !== undefined);
    if (elsewhere) return refuse('fund-is-held-elsewhere', { name: elsewhere.name, holder: elsewhere.heldByName ?? '' });
    if (giver.class === 'capital' && other.class !== 'capital') return refuse('capital-stays-capital', { from, to });
    const available = moneyLeft(given, 'available');
    if (exceeds(amount, available)) return refuse('fund-is-too-small', { available: showMoney(available), needed: showMoney(amount) });

    const because = `moved from ${from} to ${to}`;
    return [
      BudgetVired({ fund: from, financialYear, to, amount, reason, minute }),
      reduce(given, 'available', amount, because),
      taken.state.stage === 'absent' ? open(taken.ref, `${to} ${financialYear}`, 'available', amount) : raise(taken, 'available', amount, because),
    ];
  },
});
