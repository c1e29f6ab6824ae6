import pg from 'pg';
import { type EventStore } from '#platform/event-store';
import { openPostgresEventStore } from '#platform/event-store-postgres';
import { batchOf } from '../../libs/platform/event-store-postgres/batch.js';
import { countingTo, someEvents, stored, wholeLog } from '../../libs/platform/event-store/testing/tested-log.js';
import { prepare } from '../../libs/platform/event-store/prepare.js';
import { checkLog } from '#platform/transparency';
import { AppendingProcess } from '../support/appending-process.js';
import { everyEvent, missing, torn } from '../support/log-witness.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

const milliseconds = Number(process.env['TALLYSTICK_TOGETHER_MS'] ?? 1_500);

requireService('postgres')('the order of a log in PostgreSQL', () => {
  let postgres: PostgresServer;
  let address: string;
  let store: EventStore;
  const sessions: pg.Client[] = [];
  beforeAll(async () => (postgres = await startPostgres()), 60_000);
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    address = await postgres.newDatabase();
    store = await openPostgresEventStore({ address });
  });
  afterEach(async () => {
    for (const session of sessions.splice(0)) await session.end();
    await store.close();
  });

  /** A session that an operator, or another program, has open. */
  async function session(at = address): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: at });
    await client.connect();
    sessions.push(client);
    return client;
  }

  /** What the adapter sends, in somebody's own transaction. */
  async function appendIn(client: pg.Client, stream: string): Promise<void> {
    const { parameters } = batchOf([prepare({ events: someEvents(1, stream), expects: [] })], '2012-06-13T09:30:00.000Z');
    await client.query(`SELECT * FROM tallystick_log.append(${parameters.map((_, index) => `$${index + 1}`).join()})`, [...parameters]);
  }

  const positions = async () => (await wholeLog(store)).map(({ position }) => position);

  test('E1 while one writer has counted its number and not committed, no reader sees a later one', async () => {
    await stored(store, someEvents(1, 'award-1'));
    const slow = await session();
    await slow.query('BEGIN');
    await appendIn(slow, 'award-2');
    const behind = stored(store, someEvents(1, 'award-3'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await positions()).toEqual([1]);
    expect(await store.readAll({ after: 0, limit: 10 })).toMatchObject({ next: 1, caughtUp: true });
    await slow.query('COMMIT');
    expect(await behind).toMatchObject({ first: 3 });
    expect((await wholeLog(store)).map(({ stream }) => stream)).toEqual(['award-1', 'award-2', 'award-3']);
  });

  test('E2 a transaction that has written something else before may not append: its place in the order would be older than its number', async () => {
    const early = await session();
    await early.query('CREATE TABLE notes (note text)');
    await early.query('BEGIN');
    await early.query("INSERT INTO notes VALUES ('first')");
    await expect(appendIn(early, 'award-1')).rejects.toThrow(/transaction of its own/);
    await early.query('ROLLBACK');
    await early.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await expect(appendIn(early, 'award-1')).rejects.toThrow(/READ COMMITTED/);
    await early.query('ROLLBACK');
    expect(await store.head()).toEqual({ position: 0 });
  });

  test.each(['in another database of the server', 'in another table of the same database'])('E3 a transaction that is left open %s stalls nobody', async (where) => {
    const open = await session(where.includes('another database') ? await postgres.newDatabase() : address);
    await open.query('CREATE TABLE notes (note text)');
    await open.query('BEGIN');
    await open.query("INSERT INTO notes VALUES ('open')");
    const begun = performance.now();
    for (const turn of countingTo(20)) await stored(store, someEvents(2, `award-${turn}`));
    expect(await positions()).toEqual(countingTo(40));
    const other = await openPostgresEventStore({ address });
    expect(await wholeLog(other)).toHaveLength(40);
    await other.close();
    expect(performance.now() - begun).toBeLessThan(10_000);
    await open.query('COMMIT');
  });

  test('E4 an append that is rolled back gives its number back and holds nobody up', async () => {
    await stored(store, someEvents(1, 'award-1'));
    const undecided = await session();
    await undecided.query('BEGIN');
    await appendIn(undecided, 'award-2');
    await undecided.query('ROLLBACK');
    expect(await stored(store, someEvents(1, 'award-3'))).toMatchObject({ first: 2 });
    expect(await positions()).toEqual([1, 2]);
  });

  test('E6 two processes that append to one log both get on, lose nothing, and leave one dense order', async () => {
    const both = [new AppendingProcess(address, { milliseconds }), new AppendingProcess(address, { milliseconds })];
    await Promise.all(both.map((process) => process.finished()));
    const events = await everyEvent(store);
    const acknowledged = both.map((process) => process.acknowledged());
    expect(acknowledged.map(({ length }) => length > 10)).toEqual([true, true]);
    expect(missing(events, acknowledged.flat())).toEqual([]);
    expect(torn(events, 3)).toEqual([]);
    expect(events).toHaveLength(acknowledged.flat().length * 3);
    expect((await checkLog(store)).findings).toEqual([]);
  });
});
