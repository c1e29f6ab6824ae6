import pg from 'pg';
import { openPostgresEventStore } from '#platform/event-store-postgres';
import { batchOf } from '../../libs/platform/event-store-postgres/batch.js';
import { settingsOf, usualWaits } from '../../libs/platform/event-store-postgres/settings.js';
import { questionsOf } from '../../libs/platform/event-store-postgres/statements.js';
import { prepare } from '../../libs/platform/event-store/prepare.js';
import { countingTo, someEvents, stored } from '../../libs/platform/event-store/testing/tested-log.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

requireService('postgres')('I3 questions of a log in PostgreSQL are answered from an index', () => {
  let postgres: PostgresServer;
  let client: pg.Client;
  beforeAll(async () => {
    postgres = await startPostgres();
    const address = await postgres.newDatabase();
    const store = await openPostgresEventStore({ address });
    for (const turn of countingTo(12)) await stored(store, someEvents(1_000, `award-${turn}`));
    await store.close();
    client = new pg.Client({ connectionString: address });
    await client.connect();
    await client.query("ANALYZE; SET plan_cache_mode = force_generic_plan; LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on; SET client_min_messages = log");
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await postgres.stop();
  });

  /** The plans of all statements that a statement comes to, functions and all. */
  async function plansOf(text: string, values: readonly unknown[]): Promise<string[]> {
    const plans: string[] = [];
    const listen = ({ message = '' }: { message?: string | undefined }) => plans.push(message.slice(message.indexOf('plan:')));
    client.on('notice', listen);
    await client.query(text, [...values]);
    client.off('notice', listen);
    return plans;
  }

  /** Each look at the events goes to where they are, or to one end of an index. */
  function mustBeIndexed(plans: readonly string[]): void {
    const lines = plans.flatMap((plan) => plan.split('\n'));
    const looks = lines.flatMap((line, index) => (/ on events /.test(line) && !line.includes('Insert on') ? [`${line.trim()} ${lines[index + 1]?.trim()}`] : []));
    expect(looks).not.toHaveLength(0);
    expect(lines.filter((line) => /(Seq Scan on events|-> +Sort)/.test(line))).toEqual([]);
    for (const look of looks) expect(look).toMatch(/^(-> +)?(Index (Only )?Scan (Backward )?using|Bitmap Heap Scan).*(Index Cond|Recheck Cond)|^(-> +)?Index (Only )?Scan Backward using events_pkey/);
  }

  const anId = '00000000-0000-4000-8000-000000000001';
  const asked: Readonly<Record<keyof ReturnType<typeof questionsOf>, readonly unknown[]>> = {
    head: [], forwards: ['award-3', 1, 2 ** 53 - 1, 2 ** 53 - 1], backwards: ['award-3', 1, 2 ** 53 - 1, 1], page: [6_000, 500], pageOfTypes: [6_000, 1_000, ['AwardDeclined']],
    records: [6_000, 500], byId: [anId], versions: [['award-1', 'award-2', 'award-99']], knownAt: ['2031-01-01T00:00:00.000Z'],
  };

  test('also before the server has ever counted the events', async () => {
    const address = await postgres.newDatabase();
    const store = await openPostgresEventStore({ address });
    await stored(store, someEvents(1_000, 'award-1'));
    const { options } = settingsOf({ address, schema: 'tallystick_log', waits: usualWaits }, 'read');
    const own = new pg.Client({ connectionString: address, options });
    await own.connect();
    const { rows } = await own.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${questionsOf('tallystick_log').page.text.replaceAll('$1', '100').replaceAll('$2', '5000')}`);
    await own.end();
    await store.close();
    mustBeIndexed([rows.map((row) => row['QUERY PLAN']).join('\n')]);
  });

  test.each(Object.entries(asked))('%s reads no more than it must', async (name, values) => {
    mustBeIndexed(await plansOf(questionsOf('tallystick_log')[name as keyof typeof asked].text, values));
  });

  test('an append, a repeated one and one that is turned down read no more than they must', async () => {
    const events = someEvents(2, 'award-3');
    const requests = [[prepare({ events, expects: [] })], [prepare({ events, expects: [] })], [prepare({ events: someEvents(1, 'award-3'), expects: [{ stream: 'award-3', expected: 1 }] })]];
    for (const request of requests) {
      const { parameters } = batchOf(request, '2012-06-13T09:30:00.000Z');
      mustBeIndexed(await plansOf(`SELECT * FROM tallystick_log.append(${parameters.map((_, index) => `$${index + 1}`).join()})`, parameters));
    }
  });
});
