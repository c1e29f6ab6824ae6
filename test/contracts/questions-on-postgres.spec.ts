import { randomUUID } from 'node:crypto';
import { declarations } from '#attendance';
import type { Installation } from '#platform/installation';
import { readAsOf, readKnownAt, ViewStore, type AskOptions, type Query } from '#platform/view-store';
import { openPostgresViews } from '#platform/view-store-postgres';
import { playDemonstration } from '../../apps/server/demonstration.js';
import { examinations, narrowedAskingsOf, notNarrowedBy, type Asking } from '../support/askings.js';
import { openDemonstration } from '../support/demonstration-house.js';
import { everyPlaybook } from '../support/every-playbook.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';
import { PostgresPlans } from './postgres-plans.js';

/** Whether everything there is is asked for: it is read then, whatever it costs. */
const isAboutEverything = ({ question, input }: Asking): boolean => question.name === 'accounts-posted' || (question.name === 'savings-totals' && !['programme', 'award', 'year'].some((key) => key in input));

/** One text of each question serves both databases: asked about the same log, they answer the same to the letter. */
requireService('postgres')('questions on a PostgreSQL server', () => {
  let postgres: PostgresServer;
  let folder: TemporaryFolder;
  let house: Installation;
  let there: ViewStore;
  let address: string;
  const queries: Query[] = [];
  type Clock = readonly [words: string, when: AskOptions];
  /** Now; now on a day; as known on a day; both; and more of each. */
  let clocks: readonly Clock[];

  beforeAll(async () => {
    [postgres, folder] = await Promise.all([startPostgres(), temporaryFolder()]);
    address = await postgres.newDatabase();
    const playbooks = everyPlaybook();
    house = await openDemonstration(playbooks, { folder: folder.path('data'), settings: { EVENT_STORE_URL: `memory:${randomUUID()}` } });
    await playDemonstration(playbooks, house);
    there = await ViewStore.open({ database: await openPostgresViews({ address, onQuery: (query) => queries.push(query) }), store: house.store, views: declarations.views });
    await there.start();
    if (!(await there.caughtUp()) || !(await house.views.caughtUp())) throw new Error(JSON.stringify(await there.status()));
    const days = [[undefined, undefined], [undefined, '2013-06-30'], ['2015-03-31', undefined], ['2015-03-31', '2013-06-30'], [undefined, '2016-12-31'], ['2012-11-30', undefined], ['2012-11-30', '2016-12-31'], ['2016-12-31', undefined], ['2016-12-31', '2013-06-30']] as const;
    clocks = await Promise.all(days.map(([known, so]) => clockOf(known, so)));
  }, 120_000);
  afterAll(async () => {
    await there.close();
    await house.close();
    await Promise.all([postgres.stop(), folder.remove()]);
  });

  async function clockOf(known: string | undefined, so: string | undefined): Promise<Clock> {
    const [position, day] = [known === undefined ? undefined : await readKnownAt(known, house.store), so === undefined ? undefined : await readAsOf(so, house.store)];
    if (position?.ok === false || day?.ok === false) throw new Error('These days exist');
    return [`known at ${known ?? 'now'}, as of ${so ?? 'any day'}`, { ...(position ? { knownAt: position.position } : {}), ...(day ? { asOf: day.asOf } : {}) }];
  }

  const asked = async (views: Pick<ViewStore, 'ask'>, { question, input }: Asking, when: AskOptions): Promise<unknown> => {
    const came = await views.ask(question, input, when);
    return came.outcome === 'answered' ? came.answer : came;
  };

  const askings = narrowedAskingsOf(declarations.questions);
  const byQuestion = [...Map.groupBy(askings, ({ question }) => question.name)];

  it('hold the same rows in every version of every view', async () => {
    for (const { name } of declarations.views) expect({ name, ...(await there.digest(name)) }).toEqual({ name, ...(await house.views.digest(name)) });
  });

  it('ask something of every question, and narrow it by everything that it takes', () => {
    expect(declarations.questions.map(({ name }) => name).filter((name) => !byQuestion.some(([asks]) => asks === name))).toEqual([]);
    expect(notNarrowedBy(declarations.questions)).toEqual([]);
  });

  it.each(byQuestion)('"%s" answers as from a file, whatever is looked for, at any moment and on any day', async (_, each) => {
    for (const asking of each) {
      for (const [words, when] of clocks.filter(([, { asOf }]) => asOf === undefined || asking.question.takesAsOf)) {
        const about = `${JSON.stringify(asking.input)}, ${words}`;
        expect({ about, answer: await asked(there, asking, when) }).toEqual({ about, answer: await asked(house.views, asking, when) });
      }
    }
  });

  describe('when there are a hundred times as many programmes, rounds and awards', () => {
    let plans: PostgresPlans;
    beforeAll(async () => {
      plans = await PostgresPlans.ofLongTables(address, 100);
    }, 240_000);
    afterAll(() => plans.close());

    it.each(byQuestion.filter(([name]) => !examinations.includes(name)))('"%s" reads nothing whole that grows with them', async (_, each) => {
      for (const asking of each.filter((one) => !isAboutEverything(one))) {
        for (const [words, when] of clocks.slice(0, 4).filter(([, { asOf }]) => asOf === undefined || asking.question.takesAsOf)) {
          queries.length = 0;
          await asked(there, asking, when);
          const whole = await plans.readWhole(queries.filter(({ sql }) => /^(select|with)/.test(sql)));
          expect({ input: asking.input, words, whole }).toEqual({ input: asking.input, words, whole: [] });
        }
      }
    });

    it('a query that no index helps is noticed', async () => {
      const sql = 'select * from "ledger__3_1_postings" where "code" = $1';
      expect(await plans.readWhole([{ sql, parameters: ['signed'], milliseconds: 0 }])).toEqual(['Seq Scan of ledger__3_1_postings']);
    });
  });
});
