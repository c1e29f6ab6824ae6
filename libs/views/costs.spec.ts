import Database from 'better-sqlite3';
import { toDate, type AsOf } from '#kernel';
import type { EventStore } from '#platform/event-store';
import type { Query } from '#platform/view-store';
import { OpenedViews } from '../platform/view-store/testing/opened-views.js';
import { questions, views } from './index.js';
import { futureCouncils, jointAward } from './testing/future-councils.js';
import { kept } from './testing/told.js';

/** One input for each question that looks something up. */
const inputs: Readonly<Record<string, readonly object[]>> = {
  organisations: [{ name: 'East' }],
  organisation: [{ organisation: 'OR-2012-001' }],
  breakdown: [{ about: 'FUTURE' }, { about: 'RD-2012-001' }],
  exceptions: [{}, { about: 'FUTURE' }],
  programme: [{ programme: 'FUTURE' }],
  applications: [{ programme: 'FUTURE' }, { round: 'RD-2012-001' }, { stage: 'nominated' }],
  round: [{ round: 'RD-2012-001' }],
  competition: [{ round: 'RD-2012-001' }, { round: 'RD-2012-001', application: 'AP-2012-001' }],
  application: [{ application: 'AP-2012-001' }],
  assessments: [{ application: 'AP-2012-001' }],
  experts: [{ programme: 'FUTURE' }],
  scheme: [{ programme: 'FUTURE' }, { round: 'RD-2012-001' }],
  form: [{ round: 'RD-2012-001' }],
  admission: [{ round: 'RD-2012-001' }],
  intake: [{ round: 'RD-2012-001' }],
  eligibility: [{ application: 'AP-2012-001' }],
  answers: [{ application: 'AP-2012-001' }],
  profile: [{ organisation: 'OR-2012-001' }],
  shares: [{ round: 'RD-2012-001' }],
  'waiting-list': [{ holder: 'RD-2012-001' }, { holder: 'CH-2012-001' }, { holder: 'RD-2012-001', who: 'AP-2012-001' }],
  tranches: [{ award: jointAward }],
  conditional: [{}, { financialYear: 'FY1213' }, { programme: 'FUTURE' }],
  'body-awards': [{ organisation: 'OR-2012-001' }],
  'tag-totals': [{ programme: 'FUTURE', set: 'category' }],
  'programme-tags': [{ programme: 'FUTURE' }],
  parties: [{ award: jointAward }],
  delivery: [{ award: jointAward }],
  days: [{ about: jointAward }, { about: 'FUTURE' }],
  cohorts: [{ programme: 'FUTURE' }],
  cohort: [{ cohort: 'CH-2012-001' }],
  frameworks: [{ programme: 'FUTURE' }],
  framework: [{ framework: 'FW-2012-001' }],
  advice: [{ programme: 'FUTURE' }],
  phases: [{ programme: 'FUTURE' }],
  reports: [{ programme: 'FUTURE', period: '2012-06' }, { programme: 'FUTURE' }],
  milestones: [{ programme: 'FUTURE' }],
  fundings: [{ programme: 'FUTURE' }],
  funding: [{ funding: 'FN-2012-001' }],
  claims: [{ programme: 'FUTURE' }],
  awards: [{}, { programme: 'FUTURE' }, { round: 'RD-2012-001' }, { stage: 'agreed' }, { short: true }, { short: true, programme: 'FUTURE' }],
  award: [{ award: jointAward }],
  payments: [{}, { award: jointAward }, { stage: 'settled' }],
  payment: [{ payment: 'PY-2012-001' }],
  savings: [{}, { waiting: true }, { programme: 'FUTURE' }, { award: jointAward }],
  saving: [{ saving: 'SV-2012-001' }],
  'savings-totals': [{ programme: 'FUTURE', forecast: true }],
  search: [{ words: 'east riding' }],
  people: [{}, { role: 'auditor' }],
  person: [{ person: 'person:mary' }],
  roles: [{}],
  account: [{ account: 'B:Agreed' }, { account: 'B:Agreed', about: jointAward }],
  journal: [{ after: 5, size: 10 }, { account: 'B:Agreed' }, { account: `B:Agreed:${jointAward}:FY1213` }],
  timeline: [{ about: jointAward }, { about: 'RD-2012-001', all: true, before: 30 }],
  'changes-around': [{ about: jointAward, at: 30 }],
  event: [{ position: 12 }],
};
describe('What questions cost', () => {
  const opened = new OpenedViews();
  const queries: Query[] = [];
  let plans: Database.Database;
  let store: EventStore;

  beforeAll(async () => {
    ({ store } = await kept(opened, views, futureCouncils));
    plans = new Database(opened.file(), { readonly: true });
  });
  afterAll(async () => {
    plans.close();
    await opened.close();
  });

  const planOf = ({ sql, parameters }: Query): string[] => plans.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters).map(({ detail }) => detail);
  const isWhole = (detail: string): boolean => /^SCAN \S+/.test(detail) && !detail.startsWith('SCAN CONSTANT');

  /** The plans of all queries that a question makes. */
  async function plansOf(name: string, input: object, clocks: { knownAt?: number; asOf?: AsOf } = {}): Promise<readonly string[][]> {
    const question = questions.find((each) => each.name === name);
    if (!question) throw new Error(`There is no question ${name}`);
    const asking = await opened.views({ store, views, file: opened.file(), onQuery: (query) => queries.push(query) });
    queries.length = 0;
    await asking.ask(question, input, { waitMilliseconds: 0, ...clocks });
    return queries.filter(({ sql }) => sql.startsWith('select') && !sql.includes('from "builds"')).map(planOf);
  }

  it.each(Object.entries(inputs).flatMap(([name, each]) => each.map((input) => [name, input] as const)))('"%s" finds %j by an index, now, in the past and on a business date', async (name, input) => {
    const asOf = { on: toDate('2012-08-15'), recordedUpTo: 20 };
    const takesAsOf = questions.find((each) => each.name === name)?.takesAsOf === true;
    for (const clocks of [{}, { knownAt: 0 }, ...(takesAsOf ? [{ asOf }, { knownAt: 0, asOf }] : [])]) {
      const found = await plansOf(name, input, clocks);
      expect(found.length).toBeGreaterThan(0);
      expect(found.flat().filter(isWhole)).toEqual([]);
    }
  });

  it.each(['applications', 'organisations', 'awards', 'payments', 'savings', 'timeline'])('"%s" without any filter is cut from an index, too, on a business date', async (name) => {
    const asOf = { on: toDate('2012-08-15'), recordedUpTo: 20 };
    for (const clocks of [{ asOf }, { knownAt: 30, asOf }]) expect((await plansOf(name, {}, clocks)).flat().filter(isWhole)).toEqual([]);
  });

  it('a question that no index helps is noticed: applications by no filter at all', async () => {
    expect((await plansOf('applications', {})).flat().filter(isWhole)).not.toEqual([]);
  });
});
