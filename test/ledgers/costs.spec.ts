import Database from 'better-sqlite3';
import { toDate } from '#kernel';
import { account, entriesOfEvent, ledgerViews, trialBalance } from '#views/ledgers';
import type { Query } from '#platform/view-store';
import { OpenedViews } from '../../libs/platform/view-store/testing/opened-views.js';
import { aFullLife, file } from './lived.js';

describe('What a page of the ledger costs', () => {
  let opened: OpenedViews;
  beforeEach(() => {
    opened = new OpenedViews();
  });
  afterEach(() => opened.close());

  const clocks = [{}, { knownAt: 30 }, { asOf: { on: toDate('2012-06-13'), recordedUpTo: 40 } }, { knownAt: 60, asOf: { on: toDate('2012-06-13'), recordedUpTo: 40 } }];

  test.each([
    ['the trial balance', trialBalance, {}],
    ['an account', account, { account: 'B:Spent' }],
    ['an account about an award', account, { account: 'B:Spent', about: 'AW-2012-001' }],
    ['an account about a programme', account, { account: 'B:Spent', about: 'FUTURE', page: 2, size: 1 }],
    ['a part of an account', account, { account: 'B:Spent:AW-2012-001:FY1213' }],
    ['the entries of an event', entriesOfEvent, { event: 5 }],
  ] as const)('does not grow with the log: %s is found by an index, now, as it was known and as of a day', async (_, question, input) => {
    const store = opened.log();
    await file(store, await aFullLife()); // all of it takes effect long before it is recorded: no short way round the look-ups by day
    const queries: Query[] = [];
    const views = await opened.started({ store, views: ledgerViews, onQuery: (query) => queries.push(query) });
    const plans = new Database(opened.file(), { readonly: true });
    for (const clock of clocks) {
      queries.length = 0;
      await views.ask(question as never, input, question.takesAsOf === true ? clock : { ...clock, asOf: undefined });
      const asked = queries.filter(({ sql }) => sql.startsWith('select') && !sql.includes('from "builds"'));
      expect(asked).not.toEqual([]);
      for (const { sql, parameters } of asked) {
        const plan = plans.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters).map(({ detail }) => detail).join('; ');
        expect(plan).toMatch(/SEARCH .* USING (COVERING )?INDEX|SEARCH .* USING PRIMARY KEY|MULTI-INDEX OR/);
        expect(plan).not.toMatch(/SCAN (?!CONSTANT|spans VIRTUAL|skipped)/); // the few spans of a day, and what a page passes over
      }
    }
    plans.close();
  });
});
