import Database from 'better-sqlite3';
import type { Query } from '#platform/view-store';
import { OpenedViews } from '../platform/view-store/testing/opened-views.js';
import { questions, views } from './index.js';
import { futureCouncils, jointAward } from './testing/future-councils.js';
import { kept } from './testing/told.js';

/** One input for each question that looks something up. */
const inputs: Readonly<Record<string, readonly object[]>> = {
  organisations: [{ name: 'East' }],
  organisation: [{ organisation: 'OR-2012-001' }],
  programme: [{ programme: 'FUTURE' }],
  applications: [{ programme: 'FUTURE' }, { round: 'RD-2012-001' }, { stage: 'nominated' }],
  awards: [{ programme: 'FUTURE' }, { round: 'RD-2012-001' }, { stage: 'agreed' }],
  award: [{ award: jointAward }],
  payments: [{ award: jointAward }, { stage: 'settled' }],
  payment: [{ payment: 'PY-2012-001' }],
  account: [{ account: 'B:Agreed' }, { account: 'B:Agreed', about: jointAward }],
  timeline: [{ about: jointAward }, { about: 'RD-2012-001', all: true, before: 30 }],
  event: [{ position: 12 }],
};
describe('What questions cost', () => {
  const opened = new OpenedViews();
  const queries: Query[] = [];
  let plans: Database.Database;

  beforeAll(async () => {
    await kept(opened, views, futureCouncils);
    plans = new Database(opened.file(), { readonly: true });
  });
  afterAll(async () => {
    plans.close();
    await opened.close();
  });

  const planOf = ({ sql, parameters }: Query): string[] => plans.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters).map(({ detail }) => detail);
  const isWhole = (detail: string): boolean => /^SCAN \S+/.test(detail) && !detail.startsWith('SCAN CONSTANT');

  /** The plans of all queries that a question makes. */
  async function plansOf(name: string, input: object, knownAt?: number): Promise<readonly string[][]> {
    const question = questions.find((each) => each.name === name);
    if (!question) throw new Error(`There is no question ${name}`);
    const asking = opened.views({ store: opened.log(), views, file: opened.file(), onQuery: (query) => queries.push(query) });
    queries.length = 0;
    await asking.ask(question, input, { waitMilliseconds: 0, ...(knownAt === undefined ? {} : { knownAt }) });
    return queries.filter(({ sql }) => sql.startsWith('select')).map(planOf);
  }

  it.each(Object.entries(inputs).flatMap(([name, each]) => each.map((input) => [name, input] as const)))('"%s" finds %j by an index, now and in the past', async (name, input) => {
    for (const knownAt of [undefined, 0]) {
      const found = await plansOf(name, input, knownAt);
      expect(found.length).toBeGreaterThan(0);
      expect(found.flat().filter(isWhole)).toEqual([]);
    }
  });

  it('a question that no index helps is noticed: those short of match, over all programmes', async () => {
    expect((await plansOf('awards', { short: true })).flat().filter(isWhole)).not.toEqual([]);
  });
});
