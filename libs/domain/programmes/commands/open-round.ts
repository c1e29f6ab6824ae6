import { code, decide, exceeds, money, refuse, showMoney, text, toReference, type Code, type Money } from '#kernel';
import { financialYearField, fundLimit, limit, moneyLeft, move, open, roundLimit } from '#domain/limits';
import { fund } from '../fund.js';
import { programme } from '../programme.js';
import { RoundOpened } from '../round.events.js';
import { round } from '../round.js';

export class OpenRound {
  @code('Programme') programme!: Code;
  @text('Name') name!: string;
  @code('Fund') fund!: Code;
  @financialYearField() financialYear!: string;
  @money('Allocation') allocation!: Money;
}

export const openRound = decide(round, OpenRound, {
  summary: 'Open a round of a programme and allocate money of a fund to it.',
  permission: 'round:open',
  begins: 'RD',
  facts: async (read, input) => {
    await read(programme, input.programme);
    await read(fund, input.fund);
    return { budget: await read.ifAny(limit, fundLimit(input.fund, input.financialYear)) };
  },
  refusals: { 'fund-is-too-small': 'The fund has {available} left and this round needs {needed}' },
  rule(_, { programme: of, name, fund: from, financialYear, allocation }, { ref, facts }) {
    const available = moneyLeft(facts.budget, 'available');
    if (exceeds(allocation, available)) return refuse('fund-is-too-small', { available: showMoney(available), needed: showMoney(allocation) });

    const number = toReference('RD', ref);
    return [
      RoundOpened({ programme: of, name, budget: { fund: from, financialYear, round: number }, allocation }),
      move(facts.budget, 'available', 'allocated', allocation, number),
      open(roundLimit(number), `round ${number}`, 'allocated', allocation),
    ];
  },
});
