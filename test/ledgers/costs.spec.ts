import { ExplainNode, RawNode, SelectQueryNode, type Kysely } from 'kysely';
import { account, entriesOfEvent, ledgerViews, trialBalance } from '#views/ledgers';
import type { QuestionDeclaration } from '#kernel';
import { OpenedViews } from '../../libs/platform/view-store/testing/opened-views.js';
import { aFullLife, file } from './lived.js';

/** A question that asks another and answers with SQLite's plan of each query it made. */
function plansOf<Input extends object, Db extends Kysely<never>>(of: QuestionDeclaration<Input, unknown, Db>): QuestionDeclaration<Input, readonly string[], Db> {
  return {
    ...of,
    async ask(db, input, at) {
      const plans: string[] = [];
      const explained = db.withPlugin({
        transformQuery: ({ node }) => (SelectQueryNode.is(node) ? { ...node, explain: ExplainNode.create(undefined, RawNode.createWithSql('query plan')) } : node),
        transformResult({ result }) {
          const plan = result.rows.map(({ detail }) => String(detail)).join('; ');
          plans.push(plan);
          // Whoever asks what a programme has under it goes on with two awards; every other query finds nothing.
          const found = plan.includes('_subjects') ? [{ subject: 'AW-2012-001' }, { subject: 'AW-2012-002' }] : [];
          return Promise.resolve({ ...result, rows: found });
        },
      });
      await of.ask(explained as Db, input, at);
      return plans;
    },
  };
}

describe('What a page of the ledger costs', () => {
  let opened: OpenedViews;
  beforeEach(() => {
    opened = new OpenedViews();
  });
  afterEach(() => opened.close());

  test.each([
    ['the trial balance', trialBalance, {}],
    ['an account', account, { account: 'B:Spent' }],
    ['an account about an award', account, { account: 'B:Spent', about: 'AW-2012-001' }],
    ['an account about a programme', account, { account: 'B:Spent', about: 'FUTURE', page: 2, size: 1 }],
    ['a part of an account', account, { account: 'B:Spent:AW-2012-001:FY1213' }],
    ['the entries of an event', entriesOfEvent, { event: 5 }],
  ] as const)('does not grow with the log: %s is found by an index, now and as it was known', async (_, question, input) => {
    const store = opened.log();
    await file(store, await aFullLife());
    const views = await opened.started({ store, views: ledgerViews });
    for (const knownAt of [undefined, 30]) {
      const came = await views.ask(plansOf(question as never), input, knownAt === undefined ? {} : { knownAt });
      if (came.outcome === 'invalid') throw new Error(JSON.stringify(came.problems));
      expect(came.answer).not.toEqual([]);
      for (const plan of came.answer as readonly string[]) {
        expect(plan).toMatch(/SEARCH .* USING (COVERING )?INDEX|SEARCH .* USING PRIMARY KEY|MULTI-INDEX OR/);
        expect(plan).not.toMatch(/SCAN (?!CONSTANT)/);
      }
    }
  });
});
