import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openPostgresEventStore } from '#platform/event-store-postgres';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { checkLog } from '#platform/transparency';
import { anEvent, aRequest, someEvents, stored, wholeLog } from '../../libs/platform/event-store/testing/tested-log.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const applicationRole = readFileSync('infra/postgres/application-role.sql', 'utf8');
const app = { user: 'tallystick_app', password: 'of-the-application' };

requireService('postgres')('the log in a PostgreSQL schema', () => {
  let postgres: PostgresServer;
  let address: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    await postgres.query(`CREATE ROLE ${app.user} LOGIN PASSWORD '${app.password}'`);
  }, 60_000);
  afterAll(() => postgres.stop());
  beforeEach(async () => (address = await postgres.newDatabase()));

  const open = (at = address) => openPostgresEventStore({ address: at });
  const run = (statement: string, at = address) => postgres.query(statement, at);
  const asApp = () => postgres.address(new URL(address).pathname.slice(1), app);

  /** A log of a few events, closed; then something done to it behind its back. */
  async function closedLog(change?: string): Promise<void> {
    const store = await open();
    for (let turn = 0; turn < 6; turn++) await stored(store, [anEvent(`award-${turn % 2}`, { type: turn === 3 ? 'AwardDeclined' : 'AwardApproved' })]);
    await store.close();
    if (change !== undefined) await run(change);
  }
  const withoutGuards = (statement: string) => `ALTER TABLE tallystick_log.events DISABLE TRIGGER USER; ${statement}`;

  describe('I1 the schema and the versions that open it', () => {
    test('a schema that a newer version has written is refused, with what to do', async () => {
      await closedLog("UPDATE tallystick_log.store_meta SET value = '99' WHERE key = 'schema'");
      await expect(open()).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/newer version of Tallystick \(schema 99.*Run the newer version/) });
    });

    test('a schema of something else is refused', async () => {
      await run('CREATE SCHEMA tallystick_log; CREATE TABLE tallystick_log.recipes (name text)');
      await expect(open()).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/tables of something else/) });
    });

    test('a database in another encoding is refused, with how to make a right one', async () => {
      await run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0");
      await expect(open(postgres.address('latin'))).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/encoded as LATIN1.*CREATE DATABASE/) });
    });

    test('many who make the same log at once, or a moment later, all open it', async () => {
      for (const _ of [1, 2, 3, 4]) {
        const at = await postgres.newDatabase();
        const stores = await Promise.all(Array.from({ length: 16 }, async (__, moment) => (await pause(moment * 3), open(at))));
        for (const store of stores.slice(0, 4)) await stored(store, someEvents(1, 'award-1'));
        expect(await stores[15]?.head()).toMatchObject({ position: 4 });
        for (const store of stores) await store.close();
      }
    });

    test.each([
      ['a wrong password', (): string => postgres.address('postgres', { ...app, password: 'guessed-wrong' }), 'unreachable', /does not let this user in/],
      ['a database that is not there', (): string => postgres.address('nowhere'), 'unreachable', /no such database/],
      ['an address that is none', (): string => 'postgres://tallystick:only-for-tests@', 'invalid', /not an address/],
    ])('%s is said to be the trouble, and no password is repeated', async (_, at, kind, what) => {
      const fault: unknown = await open(at()).catch((refusal: unknown) => refusal);
      expect(fault).toMatchObject({ name: 'StoreFault', kind, message: expect.stringMatching(what) });
      expect((fault as Error).message).not.toMatch(/guessed-wrong|only-for-tests/);
    });

    test('a name that SQL would have to quote is not taken for a schema', async () => {
      await expect(openPostgresEventStore({ address, schema: 'log"; DROP' })).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/cannot be the name of a schema/) });
    });
  });

  describe('I2 the log guards itself', () => {
    const changes = ["UPDATE tallystick_log.events SET type = 'X'", "UPDATE tallystick_log.events SET record = '' WHERE position = 2", 'DELETE FROM tallystick_log.events WHERE position = 6', 'TRUNCATE tallystick_log.events', 'DELETE FROM tallystick_log.head'];

    test.each(changes)('%s is refused even to its owner', async (statement) => {
      await closedLog();
      await expect(run(statement)).rejects.toThrow(/events are append-only/);
      await expect(run(`SET session_replication_role = replica; ${statement}`)).rejects.toThrow(/events are append-only/);
    });

    test('the role of the application opens, appends, reads, follows and receives', async () => {
      await closedLog(applicationRole.replaceAll(':"schema"', 'tallystick_log').replaceAll(':"role"', app.user));
      const store = await open(asApp());
      expect(await stored(store, someEvents(2, 'award-9'))).toMatchObject({ first: 7, last: 8 });
      expect(await store.append(aRequest(someEvents(1, 'award-9'), ['award-9', 'absent']))).toMatchObject({ outcome: 'conflict', actual: 2 });
      expect(await store.positionKnownAt('2031-01-01T00:00:00.000Z')).toBe(8);
      const records = await store.readRecords({ after: 0, limit: 100 });
      const copy = await openPostgresEventStore({ address, schema: 'copied_log' });
      await copy.receive(records);
      expect(await wholeLog(copy)).toEqual(await wholeLog(store));
      for await (const item of store.subscribe({ after: 7, signal: AbortSignal.timeout(5_000) })) if ('caughtUp' in item) break;
      await Promise.all([store.close(), copy.close()]);
    });

    test.each([
      ...changes, 'DROP TABLE tallystick_log.events', 'DROP SCHEMA tallystick_log CASCADE', 'ALTER TABLE tallystick_log.events DISABLE TRIGGER USER', 'SELECT FROM tallystick_log.head FOR UPDATE', 'CREATE TABLE tallystick_log.notes (note text)',
      "INSERT INTO tallystick_log.events SELECT position + 100, stream, version + 100, gen_random_uuid(), type, recorded_at, record, leaf FROM tallystick_log.events",
      'CREATE OR REPLACE FUNCTION tallystick_log.take_head() RETURNS void LANGUAGE sql AS $$ SELECT $$',
    ])('%s is refused to the role of the application', async (statement) => {
      await closedLog(applicationRole.replaceAll(':"schema"', 'tallystick_log').replaceAll(':"role"', app.user));
      await expect(run(statement, asApp())).rejects.toMatchObject({ code: '42501' });
    });

    test('a record that does not come to its leaf is refused to the role of the application, though it may copy', async () => {
      await closedLog(applicationRole.replaceAll(':"schema"', 'tallystick_log').replaceAll(':"role"', app.user));
      const forged = `SELECT tallystick_log.receive(7, ARRAY['award-0'], ARRAY[4]::bigint[], ARRAY[gen_random_uuid()], ARRAY['AwardApproved'], ARRAY['2031-01-01T00:00:00.000Z'], ARRAY['{}'], ARRAY[sha256('another')], ARRAY['award-0'], ARRAY[4]::bigint[])`;
      await expect(run(forged, asApp())).rejects.toMatchObject({ code: '22023', message: expect.stringMatching(/does not come to its leaf/) });
    });

    test('a role without these rights is told what it lacks', async () => {
      await closedLog();
      await expect(open(asApp())).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/application-role\.sql/) });
    });

    test('F11 an event that was removed all the same stops every reader, and the check names its place', async () => {
      await closedLog(withoutGuards('DELETE FROM tallystick_log.events WHERE position = 3'));
      const store = await open();
      expect((await store.readAll({ after: 0, limit: 100 })).events.map(({ position }) => position)).toEqual([1, 2]);
      await expect(store.readAll({ after: 2, limit: 100 })).rejects.toMatchObject({ kind: 'corrupt', message: expect.stringMatching(/no event at position 3/) });
      await expect(store.readAll({ after: 2, limit: 100, types: ['AwardDeclined'] })).rejects.toMatchObject({ kind: 'corrupt' });
      await expect(store.readStream('award-0')).rejects.toMatchObject({ kind: 'corrupt', message: expect.stringMatching(/lacks its version 2/) });
      await expect(store.positionKnownAt('2031-01-01T00:00:00.000Z')).rejects.toMatchObject({ kind: 'corrupt' });
      expect((await checkLog(store)).findings[0]).toMatchObject({ position: 3 });
      await store.close();
    });

    test.each([
      ["record = replace(record, '25000000', '99000000') WHERE position = 2", 2, /not those that were hashed/],
      ["type = 'AwardDeclined' WHERE position = 5", 5, /filed under type AwardDeclined/],
      ["stream = 'award-9', version = 1 WHERE position = 6", 6, /filed under stream award-9/],
      ["recorded_at = '2040-01-01T00:00:00.000Z' WHERE position = 4", 4, /filed under recordedAt/],
    ])('F11 SET %s is found by the check', async (change, position, what) => {
      await closedLog(withoutGuards(`UPDATE tallystick_log.events SET ${change}`));
      const store = await open();
      expect((await checkLog(store)).findings[0]).toEqual({ position, what: expect.stringMatching(what) });
      await store.close();
    });
  });

  test.each(['nonsense', '9007199254740991'])('a notice of "%s", which any role of the database may send, neither deafens who follows nor keeps them busy', async (notice) => {
    const [store, other] = [await open(), await open()];
    await stored(store, [anEvent('award-1')]);
    const stop = new AbortController();
    const seen: number[] = [];
    let caughtUp = Promise.withResolvers<void>();
    const following = (async () => {
      for await (const item of store.subscribe({ after: 0, signal: stop.signal })) {
        if ('event' in item) seen.push(item.event.position);
        else caughtUp.resolve();
      }
    })();
    await caughtUp.promise;
    await pause(300); // until it listens
    const asked = async () => Number((await run("SELECT pg_stat_force_next_flush() IS NULL, xact_commit FROM pg_stat_database WHERE datname = current_database()"))[0]?.['xact_commit']);
    await run(`NOTIFY tallystick_log, '${notice}'`, postgres.address(new URL(address).pathname.slice(1), app));
    const before = await asked();
    await pause(2_500); // PostgreSQL counts what others did a moment later
    expect((await asked()) - before).toBeLessThan(100);
    caughtUp = Promise.withResolvers<void>();
    await stored(other, [anEvent('award-2')]);
    await stored(store, [anEvent('award-3')]);
    for (let turn = 0; turn < 100 && seen.length < 3; turn++) await pause(30);
    expect(seen).toEqual([1, 2, 3]);
    stop.abort();
    await following;
    await Promise.all([store.close(), other.close()]);
  });

  test('a backup is a whole log in one file, with the same root, as it was at one moment while others go on writing', async () => {
    const folder = await temporaryFolder();
    const store = await open();
    await stored(store, someEvents(600, 'award-1'));
    let copying = true;
    const backup = store.backup(folder.path('copy.db')).finally(() => (copying = false));
    while (copying) await stored(store, someEvents(3, 'award-2'));
    await backup;
    const original = await wholeLog(store);
    await expect(store.backup(folder.path('copy.db'))).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/already there/) });
    await store.close();

    const copy = await openSqliteEventStore({ file: folder.path('copy.db') });
    const copied = await wholeLog(copy);
    expect(copied.length).toBeGreaterThanOrEqual(600);
    expect(copied).toEqual(original.slice(0, copied.length));
    expect((await checkLog(copy)).findings).toEqual([]);
    await copy.close();
    await folder.remove();
  });
});
