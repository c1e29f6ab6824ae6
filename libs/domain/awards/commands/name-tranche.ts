import { code, date, decide, money, optional, present, reference, refuse, showDate, text, type AwardRef, type Code, type IsoDate, type Money } from '#kernel';
import { financialYearField } from '#domain/limits';
import { budgetRefusals, fund, round, schemeOf } from '#domain/programmes';
import { nextNumber } from '../award-holdings.js';
import { award } from '../award.js';
import { TrancheNamed } from '../tranche.events.js';

export class NameTranche {
  @reference('AW', 'Award') award!: AwardRef;
  @optional(code('Fund', { hint: 'Left out: the fund of the round' })) fund?: Code;
  @financialYearField() financialYear!: string;
  @money('Up to') upTo!: Money;
  @text('Subject to', { hint: 'Whose approval, or what else, it waits for' }) subjectTo!: string;
  @optional(date('Lapses on', { hint: 'The last day on which it may be confirmed' })) lapsesOn?: IsoDate;
}

export const nameTranche = decide(award, NameTranche, {
  summary: 'Name money of a later year, or of another fund, that an award may get: it is no commitment before it is confirmed.',
  permission: 'award:set-terms',
  ref: ({ award: ref }) => ref,
  facts: async (read, input, state) => {
    const { budget } = present(state).terms;
    return { fund: await read(fund, input.fund ?? budget.fund), round: await read(round, budget.round) };
  },
  refusals: {
    'terms-are-settled': 'This award is {stage}, so its terms can no longer change',
    'year-is-not-later': '{financialYear} is not after {first}, the year that pays first. Only a later year of {fund} can be named',
    'capital-from-revenue': budgetRefusals['capital-from-revenue'],
    'line-is-named-already': '{fund} {financialYear} is named for this award already, as part {number}',
    'dates-backwards': 'It would lapse on {lapsesOn}, which is before {on}',
  },
  rule(state, { fund: other, financialYear, upTo, subjectTo, lapsesOn }, { on, facts }) {
    const { stage, terms, tranches } = present(state);
    if (stage !== 'recommended' && stage !== 'approved') return refuse('terms-are-settled', { stage });
    const { budget, recipient, recipientName } = terms;
    const line = { ...budget, fund: other ?? budget.fund, financialYear };
    const first = budget.financialYear;
    if (line.fund === budget.fund ? financialYear <= first : financialYear < first) return refuse('year-is-not-later', { financialYear, first, fund: line.fund });
    const given = schemeOf(facts.round.state)?.terms.fundClass;
    const { class: kind } = present(facts.fund.state);
    if (given && kind && kind !== given) return refuse('capital-from-revenue', { class: given, fund: line.fund, other: kind });
    const named = tranches.find((each) => each.line.fund === line.fund && each.line.financialYear === financialYear && each.stage !== 'declined' && each.stage !== 'lapsed');
    if (named) return refuse('line-is-named-already', { fund: line.fund, financialYear, number: named.number });
    if (lapsesOn && lapsesOn < on) return refuse('dates-backwards', { lapsesOn: showDate(lapsesOn), on: showDate(on) });

    return [TrancheNamed({ recipient, recipientName, number: nextNumber(tranches), line, upTo, subjectTo, ...(lapsesOn ? { lapsesOn } : {}) })];
  },
});
