import { code, date, decide, isRefusal, money, optional, present, text, toReference, type Code, type IsoDate, type Money } from '#kernel';
import { financialYearField, fundLimit, limit } from '#domain/limits';
import { formField, type Form } from '../form.js';
import { formMustHold, formRefusals } from '../form-checks.js';
import { opening, openingRefusals } from '../opening.js';
import { readFunds } from '../policies/read-funds.js';
import { programme } from '../programme.js';
import { round } from '../round.js';
import { matchRule, roundTerms, type MatchRule, type RoundTerms } from '../round-terms.js';
import { termRefusals, termsMustHold } from '../scheme/checks.js';
import { questionsMustBeAsked } from '../scheme/choosing-checks.js';
import { questionRefusals } from '../scheme/fitting.js';
import { schemeTerms, type SchemeTerms } from '../scheme/scheme-terms.js';
import { stated } from '../stated.js';

export class OpenRound {
  @code('Programme') programme!: Code;
  @text('Name') name!: string;
  @code('Fund') fund!: Code;
  @financialYearField() financialYear!: string;
  @money('Allocation', { orNil: true }) allocation!: Money;
  @optional(roundTerms) terms?: RoundTerms;
  @optional(matchRule) matchRule?: MatchRule;
  @optional(schemeTerms) scheme?: SchemeTerms;
  @optional(date('Opens on')) opensOn?: IsoDate;
  @optional(date('Closes on', { hint: 'The last day on which an application is in time' })) closesOn?: IsoDate;
  @optional(formField) form?: Form;
}

export const openRound = decide(round, OpenRound, {
  summary: 'Open a round of a programme with money of a fund, on the programme’s scheme as it stands or on terms of its own.',
  permission: 'round:open',
  begins: 'RD',
  facts: async (read, input) => {
    const into = await read(programme, input.programme);
    return {
      programme: into,
      funds: await readFunds(read, input.fund, input.scheme ?? present(into.state).scheme?.terms),
      budget: await read.ifAny(limit, fundLimit(input.fund, input.financialYear)),
    };
  },
  refusals: { ...openingRefusals, ...formRefusals, ...termRefusals, ...questionRefusals },
  rule(_, input, { ref, facts }) {
    const { awardCeiling, scheme: designed } = present(facts.programme.state);
    const given = input.scheme ? { scheme: input.scheme } : { scheme: designed?.terms, designed: designed?.version };
    const rules = rulesOf({ ...input, ...given });
    const opened = opening(toReference('RD', ref), { ...input, ...given, ...rules }, { ...facts, programme: facts.programme.state });
    if (isRefusal(opened)) return opened;
    const { form } = input;
    const judged = rules.scheme ?? (rules.terms && givenAsCash(rules.terms, rules.matchRule));
    const wrong = (form && formMustHold(form)) ?? (judged && termsMustHold(judged, awardCeiling)) ?? (judged && form && questionsMustBeAsked(judged, form));
    return wrong ?? opened;
  },
});

interface Rules {
  readonly terms?: RoundTerms | undefined;
  readonly matchRule?: MatchRule | undefined;
  readonly scheme?: SchemeTerms | undefined;
}
/** Terms that are given beside a scheme win over its own, and from then on are its own. */
function rulesOf({ terms, matchRule: match, scheme }: Rules): Rules {
  if (!scheme) return { terms, matchRule: match };
  const whole = stated({ ...scheme, money: terms ?? scheme.money, match: match ?? scheme.match });
  return { terms: whole.money, matchRule: whole.match, scheme: whole };
}

/** A round without a scheme gives grants: its money rule is judged as that of a scheme that says no more. */
const givenAsCash = (rule: RoundTerms, match: MatchRule | undefined): SchemeTerms => ({ support: [{ kind: 'cash' }], money: rule, match });
