import Database from 'better-sqlite3';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { checkLog } from '#platform/transparency';
import { questions } from '../../libs/platform/event-store-sqlite/statements.js';
import { anEvent, aRequest, someEvents, stored, wholeLog } from '../../libs/platform/event-store/testing/tested-log.js';
import { complaintsAbout } from '../support/log-witness.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

let folder: TemporaryFolder;
const file = () => folder.path('log.db');
beforeEach(async () => (folder = await temporaryFolder()));
afterEach(() => folder.remove());

/** A log of a few events, closed; then something done to the file behind its back. */
async function closedLog(change: (database: Database.Database) => void = () => undefined): Promise<void> {
  const store = await openSqliteEventStore({ file: file() });
  for (let turn = 0; turn < 6; turn++) await stored(store, [anEvent(`award-${turn % 2}`, { type: turn === 3 ? 'AwardDeclined' : 'AwardApproved' })]);
  await store.close();
  const database = new Database(file());
  change(database);
  database.close();
}

const withoutGuards = (statement: string) => (database: Database.Database) =>
  void database.exec(`DROP TRIGGER events_are_never_updated; DROP TRIGGER events_are_never_deleted; ${statement}`);

describe('I1 the file and the versions that open it', () => {
  test('a file that a newer version has written is refused, with what to do, and left alone', async () => {
    await closedLog((database) => database.exec("UPDATE store_meta SET value = '99' WHERE key = 'schema'"));
    await expect(openSqliteEventStore({ file: file() })).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/newer version of Tallystick \(schema 99.*Run the newer version/) });
  });

  test('a database of something else is refused', async () => {
    new Database(file()).exec('CREATE TABLE recipes (name TEXT)').close();
    await expect(openSqliteEventStore({ file: file() })).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/database of something else/) });
  });

  test('a folder that does not exist is said to be the trouble', async () => {
    await expect(openSqliteEventStore({ file: folder.path('nowhere/log.db') })).rejects.toThrow(/directory does not exist|cannot be opened/);
  });

  test('two who make the same file at once both open it', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openSqliteEventStore({ file: file() })));
    for (const store of stores) await stored(store, someEvents(1, 'award-1'));
    expect(await stores[0]?.head()).toMatchObject({ position: 3 });
    for (const store of stores) await store.close();
  });

  test('a closed log is one file, with nothing left beside it', async () => {
    await closedLog();
    const { readdir } = await import('node:fs/promises');
    expect(await readdir(folder.path('.'))).toEqual(['log.db']);
  });
});

describe('I2 the file guards itself', () => {
  test.each(['UPDATE events SET type = 1', "UPDATE events SET record = '' WHERE position = 2", 'DELETE FROM events', 'DELETE FROM events WHERE position = 6'])(
    '%s is refused to everybody who opens the file',
    async (statement) => {
      await closedLog((database) => expect(() => database.exec(statement)).toThrow(/events are append-only/));
    },
  );

  test('a second event in the same place is refused', async () => {
    const again = 'INSERT INTO events SELECT position + 100, stream, version, randomblob(16), type, recorded_at, record, leaf FROM events';
    await closedLog((database) => expect(() => database.exec(again)).toThrow(/UNIQUE constraint failed: events.stream, events.version/));
  });

  test('an event that was removed all the same stops every reader, and the check names its place', async () => {
    await closedLog(withoutGuards('DELETE FROM events WHERE position = 3'));
    const store = await openSqliteEventStore({ file: file() });
    expect((await store.readAll({ after: 0, limit: 100 })).events.map(({ position }) => position)).toEqual([1, 2]);
    await expect(store.readAll({ after: 2, limit: 100 })).rejects.toMatchObject({ kind: 'corrupt', message: expect.stringMatching(/no event at position 3/) });
    await expect(store.readAll({ after: 2, limit: 100, types: ['AwardDeclined'] })).rejects.toMatchObject({ kind: 'corrupt' });
    for (const range of [{}, { to: 2 }, { to: 2, backwards: true }]) {
      await expect(store.readStream('award-0', range)).rejects.toMatchObject({ kind: 'corrupt', message: expect.stringMatching(/lacks its version 2/) });
    }
    expect((await checkLog(store)).findings[0]).toMatchObject({ position: 3 });
    await store.close();
  });

  test.each([
    ["UPDATE events SET record = replace(record, '25000000', '99000000') WHERE position = 2", 2, /not those that were hashed/],
    ["UPDATE events SET type = 'AwardDeclined' WHERE position = 5", 5, /filed under type AwardDeclined/],
    ["UPDATE events SET stream = 'award-9', version = 1 WHERE position = 6", 6, /filed under stream award-9/],
    ["UPDATE events SET recorded_at = '2040-01-01T00:00:00.000Z' WHERE position = 4", 4, /filed under recordedAt/],
  ])('%s is found by the check', async (statement, position, what) => {
    await closedLog(withoutGuards(statement));
    const store = await openSqliteEventStore({ file: file() });
    expect((await checkLog(store)).findings[0]).toEqual({ position, what: expect.stringMatching(what) });
    await store.close();
  });
});

describe('I3 questions are answered from an index', () => {
  test.each(Object.entries(questions))('%s reads no more than it must', async (_, question) => {
    await closedLog((database) => {
      const plan = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${question}`).all(...question.split('?').slice(1).map(() => 1));
      const [table] = plan.map(({ detail }) => detail).filter((detail) => detail.includes('events'));
      // A scan is only what reads one end of the table: the last row.
      expect(table).toMatch(/^SEARCH events USING|^SEARCH events$|^SCAN events$/);
      if (table === 'SCAN events') expect(question).toMatch(/ORDER BY position DESC LIMIT 1$/);
      expect(plan.map(({ detail }) => detail).join()).not.toMatch(/TEMP B-TREE/);
    });
  });
});

describe('a backup', () => {
  test('is a whole log in one file, as it was at one moment, while others go on writing', async () => {
    const store = await openSqliteEventStore({ file: file() });
    await stored(store, someEvents(500, 'award-1'));
    let copying = true;
    const backup = store.backup(folder.path('copy.db')).finally(() => (copying = false));
    while (copying) await store.append(aRequest(someEvents(3, 'award-2')));
    await backup;
    const original = await wholeLog(store);
    await store.close();

    const copy = await openSqliteEventStore({ file: folder.path('copy.db') });
    const copied = await wholeLog(copy);
    expect(copied.length).toBeGreaterThanOrEqual(500);
    expect((copied.length - 500) % 3).toBe(0);
    expect(copied).toEqual(original.slice(0, copied.length));
    expect(await complaintsAbout(folder.path('copy.db'), copy)).toEqual([]);
    await copy.close();
  });

  test('never replaces a file', async () => {
    const store = await openSqliteEventStore({ file: file() });
    await store.backup(folder.path('copy.db'));
    await expect(store.backup(folder.path('copy.db'))).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/already there/) });
    await expect(store.backup(folder.path('nowhere/copy.db'))).rejects.toMatchObject({ kind: 'unreachable' });
    await store.close();
  });
});
