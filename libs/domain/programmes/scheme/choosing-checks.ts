import { refuse, type Code } from '#kernel';
import { firstRepeated } from '../first-repeated.js';
import { questionOf, type Form, type QuestionType } from '../form.js';
import type { EligibilityRule } from './eligibility-rule.js';
import type { SchemeTerms } from './scheme-terms.js';

/** Rules are named once, with bounds the right way round. */
export function rulesMustBeNamedOnce({ eligibility = [] }: SchemeTerms) {
  const repeated = firstRepeated(eligibility, ({ code }) => code);
  if (repeated) return refuse('rule-named-twice', { rule: repeated.code });
  for (const rule of eligibility) {
    const { least, most } = boundsOf(rule);
    if (least !== undefined && most !== undefined && least > most) return refuse('bounds-backwards', { least, most });
  }
  return undefined;
}

/** The form asks, in the right way, whatever the terms need an answer to. */
export function questionsMustBeAsked({ eligibility = [], money }: Pick<SchemeTerms, 'eligibility' | 'money'>, form: Form) {
  for (const { rule, question, answeredBy } of asked(eligibility, money)) {
    const found = questionOf(form, question);
    if (!found) return refuse('question-is-unknown', { rule, question });
    if (found.answer.kind !== answeredBy) return refuse('question-cannot-answer', { rule, question, type: answeredBy });
  }
  return undefined;
}

const boundsOf = (rule: EligibilityRule): { readonly least?: number | undefined; readonly most?: number | undefined } => (rule.kind === 'partners' || rule.kind === 'number' ? rule : {});

interface Asked {
  readonly rule: string;
  readonly question: Code;
  readonly answeredBy: QuestionType['kind'];
}
const answeredBy = { number: 'number', answered: 'choice', declared: 'declaration' } as const satisfies Partial<Record<EligibilityRule['kind'], QuestionType['kind']>>;

/** Every question that the terms need an answer to. */
const asked = (rules: readonly EligibilityRule[], money: SchemeTerms['money']): readonly Asked[] => [
  ...rules.flatMap((rule) => ('question' in rule ? [{ rule: rule.code, question: rule.question, answeredBy: answeredBy[rule.kind] }] : [])),
  ...(money?.kind === 'share-of-fund' && money.by.kind === 'weight' ? [{ rule: 'share-of-fund', question: money.by.question, answeredBy: 'number' as const }] : []),
];

/** What is given is said once, and there is room for as many as are planned. */
export function choosingMustFit({ capacity, support }: SchemeTerms) {
  const repeated = firstRepeated(support, ({ kind }) => kind);
  if (repeated) return refuse('support-named-twice', { kind: repeated.kind });
  if (capacity && capacity.planned > capacity.most) return refuse('bounds-backwards', { least: capacity.planned, most: capacity.most });
  return undefined;
}
