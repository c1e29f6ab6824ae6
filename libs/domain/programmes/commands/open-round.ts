import { code, decide, exceeds, money, optional, present, refuse, showMoney, text, toReference, type Code, type Money } from '#kernel';
import { financialYearField, fundLimit, limit, moneyLeft, move, open, roundLimit } from '#domain/limits';
import { fund } from '../fund.js';
import { programme } from '../programme.js';
import { RoundOpened } from '../round.events.js';
import { round } from '../round.js';
import { matchRule, mostOf, roundTerms, type MatchRule, type RoundTerms } from '../round-terms.js';

export class OpenRound {
  @code('Programme') programme!: Code;
  @text('Name') name!: string;
  @code('Fund') fund!: Code;
  @financialYearField() financialYear!: string;
  @money('Allocation') allocation!: Money;
  @optional(roundTerms) terms?: RoundTerms;
  @optional(matchRule) matchRule?: MatchRule;
}

export const openRound = decide(round, OpenRound, {
  summary: 'Open a round of a programme with money of a fund, on its own terms where it has some.',
  permission: 'round:open',
  begins: 'RD',
  facts: async (read, input) => {
    const of = await read(programme, input.programme);
    await read(fund, input.fund);
    return { programme: of, budget: await read.ifAny(limit, fundLimit(input.fund, input.financialYear)) };
  },
  refusals: {
    'over-programme-ceiling': 'No award of this programme may exceed {ceiling}, so the terms of a round cannot say {amount}',
    'fund-is-too-small': 'The fund has {available} left and this round needs {needed}',
  },
  rule(_, { programme: of, name, fund: from, financialYear, allocation, ...rules }, { ref, facts }) {
    const { awardCeiling } = present(facts.programme.state);
    const most = rules.terms && mostOf(rules.terms);
    if (most && exceeds(most, awardCeiling)) return refuse('over-programme-ceiling', { ceiling: showMoney(awardCeiling), amount: showMoney(most) });
    const available = moneyLeft(facts.budget, 'available');
    if (exceeds(allocation, available)) return refuse('fund-is-too-small', { available: showMoney(available), needed: showMoney(allocation) });

    const number = toReference('RD', ref);
    return [
      RoundOpened({ programme: of, name, budget: { fund: from, financialYear, round: number }, allocation, ...rules }),
      move(facts.budget, 'available', 'allocated', allocation, number),
      open(roundLimit(number), `round ${number}`, 'allocated', allocation),
    ];
  },
});
