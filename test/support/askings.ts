import { fieldsOf } from '#kernel';
import type { AnyQuestion } from '#platform/view-store';

export interface Asking {
  readonly question: AnyQuestion;
  readonly input: object;
}

/** Things of the demonstration, by the field that asks about them. */
const subjects: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  award: ['AW-2012-002', 'AW-2014-004', 'AW-2016-021'],
  programme: ['FUTURE', 'PRODEXP', 'BEHAVIOURAL'],
  payment: ['PY-2012-001', 'PY-2017-001'],
  round: ['RD-2012-001', 'RD-2016-002'],
  application: ['AP-2012-001', 'AP-2016-020'],
  saving: ['SV-2017-001'],
  organisation: ['OR-2012-002'],
  account: ['B:Agreed', 'B:Spent', 'M:Unmet', 'F:Asset:Bank', 'S:Forecast'],
  person: ['person:demo-finance-officer'],
  words: ['Leeds', 'AW-2016'],
  event: [150, 900],
  position: [150, 900],
  about: ['AW-2016-021', 'PRODEXP'],
};
/** What looks at the whole of the log, so that its answers grow with it: asked by `tally check`, not each day. */
export const examinations: readonly string[] = ['examine-ledger', 'ledger-buckets'];

const requiredOf = ({ input }: AnyQuestion): readonly string[] => [...fieldsOf(input)].filter(([, spec]) => spec.required).map(([key]) => key);

/** Every question that can be asked without saying about what, and those about a thing for a few things of each story. */
export const askingsOf = (questions: readonly AnyQuestion[]): readonly Asking[] =>
  questions.flatMap((question): readonly Asking[] => {
    const required = requiredOf(question);
    if (required.length === 0) return [{ question, input: {} }];
    const [key = ''] = required;
    return required.length === 1 ? (subjects[key] ?? []).map((subject) => ({ question, input: { [key]: subject } })) : [];
  });

/** What a question may be asked beside what it must: pages, filters and places to go on from. */
const filters: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  ...subjects,
  page: [2, 40], size: [3], most: [2], after: [0, 700], before: [60], at: [30], number: [1],
  name: ['L', 'Zürich'], role: ['finance-officer'], stage: ['recommended', 'agreed', 'approved', 'settled', 'nominated', 'closed'],
  short: [true, false], waiting: [true], all: [true], forecast: [true], claimed: [true], validated: [true], lifetime: [true], year: ['FY1213', 'FY1617'],
};

/** The same, each also narrowed by everything that it can be narrowed by, one at a time. */
export const narrowedAskingsOf = (questions: readonly AnyQuestion[]): readonly Asking[] =>
  askingsOf(questions).flatMap(({ question, input }) => {
    const optional = [...fieldsOf(question.input)].filter(([key, { required }]) => !required && !(key in input));
    const narrowed = optional.flatMap(([key, { schema }]) => [...(filters[key] ?? []), ...((schema['enum'] as readonly string[] | undefined) ?? [])].map((value) => ({ question, input: { ...input, [key]: value } })));
    return [{ question, input }, ...narrowed];
  });

/** Fields of questions that nothing above gives a word for. */
export const notNarrowedBy = (questions: readonly AnyQuestion[]): readonly string[] =>
  questions.flatMap((question) => [...fieldsOf(question.input)].filter(([key, { schema, required }]) => !required && filters[key] === undefined && schema['enum'] === undefined).map(([key]) => `${question.name}.${key}`));
