import { identifierRegister, organisationType, partnerRole } from '#domain/organisations';
import type { EligibilityRule } from '#domain/programmes';
import { declared, numberAnswered, optionsChosen } from './cited-answers.js';
import type { Entry } from './entries.js';
import type { Verdict } from './verdicts.js';

/** What rules look at: the register of a round holds just this, so that it is judged again without reading any application. */
export type Applicant = Pick<Entry, 'organisationType' | 'region' | 'registers' | 'partnerRoles' | 'facts'>;

type Kind = EligibilityRule['kind'];
type Of<K extends Kind> = Extract<EligibilityRule, { readonly kind: K }>;
type Found = Pick<Verdict, 'met' | 'reason'>;
type Test<Rule> = (rule: Rule, applicant: Applicant) => Found;

const found = (met: boolean, reason: string): Found => ({ met, reason });

/** "between 500 and 1000", "at least 500", "at most 1000": both ends belong to it. */
function bounds(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined) return least === most ? `exactly ${least}` : `between ${least} and ${most}`;
  return least === undefined ? `at most ${most ?? 'any'}` : `at least ${least}`;
}
const within = (number: number, least = 0, most = Infinity): boolean => number >= least && number <= most;
const either = (words: readonly string[]): string => words.join(' or ');

const tests: { readonly [K in Kind]: Test<Of<K>> } = {
  'type-of-body': ({ types }, { organisationType: type }) =>
    type === undefined
      ? found(false, 'The register of the round does not hold its type')
      : found(types.some((each) => each.type === type), `It is a ${organisationType.spec.show(type)}, and the rule asks for a ${either(types.map((each) => organisationType.spec.show(each.type)))}`),
  region: ({ regions }, { region }) =>
    found(regions.some((each) => each.region === region), `${region === undefined ? 'No region is recorded for it' : `It is in ${region}`}, and the rule asks for ${either(regions.map((each) => each.region))}`),
  'identified-in': ({ register }, { registers }) =>
    found(registers.includes(register), `${registers.includes(register) ? 'It is known' : 'No identifier of it is recorded'} in ${identifierRegister.spec.show(register)}`),
  partners({ least, most, role }, { partnerRoles }) {
    const number = partnerRoles.filter((each) => role === undefined || each === role).length;
    return found(within(number, least, most), `It has ${number} partners${role === undefined ? '' : ` as ${partnerRole.spec.show(role)}`}, and the rule asks for ${bounds(least, most)}`);
  },
  number({ question, least, most }, { facts }) {
    const number = numberAnswered(facts, question);
    return found(number !== undefined && within(number, least, most), `The answer to ${question} is ${number ?? 'missing'}, and the rule asks for ${bounds(least, most)}`);
  },
  answered({ question, options }, { facts }) {
    const chosen = optionsChosen(facts, question);
    return found(options.some(({ option }) => chosen.includes(option)), `The answer to ${question} is ${chosen.join(', ') || 'missing'}, and the rule asks for ${either(options.map(({ option }) => option))}`);
  },
  declared({ question }, { facts }) {
    const made = optionsChosen(facts, question).includes(declared);
    return found(made, `The declaration ${question} was ${made ? '' : 'not '}made`);
  },
};

/** A verdict's reason is one line of a record, however many regions or kinds of body a rule lists. */
const longest = 500;
const cut = (words: string): string => (words.length > longest ? `${words.slice(0, longest - 1)}…` : words);

/** How an applicant stands by each rule, in the order of the rules. The version is that of the terms they stand in. */
export const judge = (rules: readonly EligibilityRule[], version: number, applicant: Applicant): readonly Verdict[] =>
  rules.map((rule) => {
    const test = tests[rule.kind] as Test<EligibilityRule>;
    const { met, reason } = test(rule, applicant);
    return { rule: rule.code, version, effect: rule.effect, met, reason: cut(rule.source === undefined ? reason : `${reason} (${rule.source})`) };
  });
