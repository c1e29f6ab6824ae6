import { fieldsOf } from '#kernel';
import type { AnyQuestion } from '#platform/view-store';
import { known } from './known-references.js';

export interface Asking {
  readonly question: AnyQuestion;
  readonly input: object;
}

type Words = readonly (string | number | boolean)[];

/** Things of the demonstration, by the field that asks about them. */
const subjects: Readonly<Record<string, Words>> = {
  award: [known('eastRiding'), known('ambleford'), known('tunbridgeWells')],
  programme: ['FUTURE', 'PRODEXP', 'BEHAVIOURAL'],
  set: ['category'],
  payment: [known('birminghamFirstPayment'), 'PY-2017-001'],
  round: [known('futureRound'), known('phase2'), known('housingOffer')],
  application: [known('eastRidingBid'), known('unsuccessfulBid'), known('housingResponse')],
  saving: [known('leedsSaving')],
  organisation: [known('eastRidingCouncil'), known('rochdale')],
  account: ['B:Agreed', 'B:Spent', 'M:Unmet', 'F:Asset:Bank', 'S:Forecast', 'D:Left', 'U:Unclaimed'],
  person: ['person:demo-finance-officer'],
  cohort: [known('academySecondCohort'), known('designSecondCohort')],
  framework: [known('energyFramework'), known('skillsFramework')],
  funding: [known('navigator'), known('unspent')],
  holder: [known('learningDisability'), known('academySecondCohort')],
  words: ['Leeds', 'AW-2016'],
  event: [150, 1604],
  position: [150, 1604],
  about: [known('tunbridgeWells'), 'PRODEXP'],
};
/** What only some things have, asked about those that have it. */
const ofItsOwn: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  breakdown: { about: [known('growthSecondRound')] },
  days: { about: ['GROWTH', known('oxford')] },
  phases: { programme: ['ASCE', 'WARMLIB'] },
  reports: { programme: ['ASCE', 'CATMAN'] },
  delivery: { award: ['AW-2012-001'] },
  milestones: { programme: ['ASCE', 'KNAV', 'CATMAN'] },
  cohorts: { programme: ['COMACAD', 'DESIGN'] },
  frameworks: { programme: ['ENERGY', 'CSPS'] },
  fundings: { programme: ['KNAV', 'DIGPROG'] },
  claims: { programme: ['WARMLIB'] },
  shares: { round: ['RD-2021-001'] },
  tranches: { award: ['AW-2018-001'] },
  admission: { round: ['RD-2018-001'] },
  advice: { programme: ['DIGPROG'] },
  'tag-totals': { programme: ['CATMAN'] },
  'programme-tags': { programme: ['ASCE'] },
  scheme: { programme: ['LDSE', 'WARMLIB'] },
  profile: { organisation: [known('housingCouncil')] },
  experts: { programme: ['PRODEXP', 'GROWTH'] },
};
/** What looks at the whole of the log, so that its answers grow with it: asked by `tally check`, not each day. */
export const examinations: readonly string[] = ['examine-ledger', 'ledger-buckets'];

const requiredOf = ({ input }: AnyQuestion): readonly string[] => [...fieldsOf(input)].filter(([, spec]) => spec.required).map(([key]) => key);

/** Every question that can be asked without saying about what, and those about a thing for a few things of each story. */
export const askingsOf = (questions: readonly AnyQuestion[]): readonly Asking[] =>
  questions.flatMap((question): readonly Asking[] => {
    const own = ofItsOwn[question.name] ?? {};
    const words = { ...subjects, ...own };
    // One thing of each field that must be given, with each of the others.
    const required = [...new Set([...requiredOf(question), ...Object.keys(own)])];
    const inputs = required.reduce<readonly object[]>((so, key) => so.flatMap((input) => (words[key] ?? []).map((subject) => ({ ...input, [key]: subject }))), [{}]);
    return inputs.map((input) => ({ question, input }));
  });

/** What a question may be asked beside what it must: pages, filters and places to go on from. */
const filters: Readonly<Record<string, Words>> = {
  ...subjects,
  page: [2, 40], size: [3], most: [2], after: [0, 700], before: [60], at: [30], number: [1],
  who: ['AP-2014-001'], name: ['L', 'Zürich'], role: ['finance-officer'], stage: ['recommended', 'agreed', 'approved', 'settled', 'nominated', 'closed'],
  short: [true, false], waiting: [true], all: [true], forecast: [true], claimed: [true], validated: [true], lifetime: [true], year: ['FY1213', 'FY1617'],
  financialYear: ['FY1213', 'FY1314'], period: ['2012-06', 'FY1213-Q1', 'FY1213'],
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
