import { code, date, decide, isRefusal, money, optional, present, reference, text, toReference, type Code, type IsoDate, type Money, type RoundRef } from '#kernel';
import { financialYearField, fundLimit, limit } from '#domain/limits';
import { opening, openingRefusals } from '../opening.js';
import { readFunds } from '../policies/read-funds.js';
import { programme } from '../programme.js';
import { CriteriaSet } from '../round.events.js';
import { round } from '../round.js';

export class CloneRound {
  @reference('RD', 'Round', { hint: 'The round whose terms, form and criteria are taken over' }) round!: RoundRef;
  @text('Name') name!: string;
  @code('Fund') fund!: Code;
  @financialYearField() financialYear!: string;
  @money('Allocation', { orNil: true }) allocation!: Money;
  @optional(date('Opens on')) opensOn?: IsoDate;
  @optional(date('Closes on', { hint: 'The last day on which an application is in time' })) closesOn?: IsoDate;
}

export const cloneRound = decide(round, CloneRound, {
  summary: 'Open another round as a copy of one: its terms in force, its form and its criteria, with money and dates of its own.',
  permission: 'round:open',
  begins: 'RD',
  facts: async (read, input) => {
    const original = await read(round, input.round);
    return {
      original,
      programme: await read(programme, present(original.state).programme),
      funds: await readFunds(read, input.fund, present(original.state).scheme?.terms),
      budget: await read.ifAny(limit, fundLimit(input.fund, input.financialYear)),
    };
  },
  refusals: openingRefusals,
  rule(_, { round: clonedFrom, ...input }, { ref, facts }) {
    const { programme: of, scheme, terms, matchRule, form, scoring } = present(facts.original.state);
    const number = toReference('RD', ref);
    const copied = { programme: of, terms, matchRule, scheme: scheme?.terms, form: form?.questions, clonedFrom };
    const opened = opening(number, { ...input, ...copied }, { ...facts, programme: facts.programme.state });
    if (isRefusal(opened) || !scoring) return opened;

    return [...opened, CriteriaSet({ round: number, name: input.name, criteria: scoring.criteria, highestScore: scoring.highestScore })];
  },
});
