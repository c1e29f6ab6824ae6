import { copyLog, type EventStore, type StoredRecord } from '#platform/event-store';
import { MemoryLog, openMemoryEventStore } from '#platform/event-store-memory';
import { openPostgresEventStore } from '#platform/event-store-postgres';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { checkLog } from '#platform/transparency';
import { aRequest, anEvent, someEvents, stored } from '../../libs/platform/event-store/testing/tested-log.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';
import { desk } from '../../apps/cli/testing/typed.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

/** Logs at places that know nothing of one another. */
interface Place {
  readonly name: string;
  open(): Promise<EventStore>;
}

const recordsOf = async (store: EventStore) => {
  const records: StoredRecord[] = [];
  for (const { position } = await store.head(); records.length < position; ) records.push(...(await store.readRecords({ after: records.length, limit: 1_000 })));
  return records.map(({ position, record, leaf, filed }) => ({ position, record, leaf: Buffer.from(leaf).toString('hex'), filed }));
};

requireService('postgres')('A log that moves from store to store', () => {
  let postgres: PostgresServer;
  let folder: TemporaryFolder;
  const stores: EventStore[] = [];
  beforeAll(async () => {
    postgres = await startPostgres();
    folder = await temporaryFolder();
  }, 60_000);
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });
  afterAll(async () => {
    await postgres.stop();
    await folder.remove();
  });

  let places = 0;
  const inFile = (): Place => {
    const file = folder.path(`log-${(places += 1)}.db`);
    return { name: 'an SQLite file', open: () => openSqliteEventStore({ file }) };
  };
  const inPostgres = async (): Promise<Place> => {
    const address = await postgres.newDatabase();
    return { name: 'PostgreSQL', open: () => openPostgresEventStore({ address }) };
  };
  const inMemory = (): Place => {
    const log = new MemoryLog();
    return { name: 'memory', open: async () => openMemoryEventStore({ log }) };
  };
  const opened = async (place: Place): Promise<EventStore> => {
    const store = await place.open();
    stores.push(store);
    return store;
  };

  /** Awards and the fund that they share, with everything in them that a store could stumble over. */
  async function lived(place: Place): Promise<EventStore> {
    const store = await opened(place);
    for (let turn = 0; turn < 60; turn += 1) {
      const day = String((turn % 28) + 1).padStart(2, '0');
      const events = [anEvent(`award-AW-2012-${turn}`, { data: { note: `Llŷr “${turn}” \u0000 ' ; -- \\ \u2028 😀` } }), ...someEvents(turn % 40, 'fund-1'), anEvent(`limit-fund.1:${turn % 7}`, { schema: 2 })];
      await store.append({ ...aRequest(events), recordedAt: `2012-${turn < 30 ? '05' : '06'}-${day}T12:00:00.${String(turn).padStart(3, '0')}Z` });
    }
    return store;
  }

  test('comes back from PostgreSQL to a file, and to memory, with every byte and the same root', async () => {
    const original = await lived(inFile());
    const { root, events } = await checkLog(original);
    let from = original;
    for (const place of [await inPostgres(), inFile(), await inPostgres(), await inPostgres(), inMemory(), await inPostgres()]) {
      const to = await opened(place);
      expect(await copyLog(from, to)).toEqual({ events, before: 0 });
      expect([place.name, await checkLog(to)]).toEqual([place.name, { events, root, findings: [] }]);
      from = to;
    }
    expect(await recordsOf(from)).toEqual(await recordsOf(original));
    expect(await from.readStream('fund-1')).toEqual(await original.readStream('fund-1'));
  });

  test('goes on where it was cut, by whoever copies next', async () => {
    const [original, place] = [await lived(inFile()), await inPostgres()];
    const first = await place.open();
    const cut = copyLog(original, first, { onProgress: () => void first.close() });
    await expect(cut).rejects.toMatchObject({ kind: 'closed' });
    const to = await opened(place);
    const { position } = await to.head();
    expect(position).toBeGreaterThan(0);
    const { events } = await checkLog(original);
    expect(position).toBeLessThan(events);
    expect(await copyLog(original, to)).toEqual({ events, before: position });
    expect(await checkLog(to)).toEqual(await checkLog(original));
  });

  test('is worked in at its new place, and what was done there comes back too', async () => {
    const [original, place] = [await lived(inFile()), await inPostgres()];
    const to = await opened(place);
    const { events } = await copyLog(original, to);
    expect(await to.append(aRequest(someEvents(2, 'award-new'), ['award-new', 'absent'], ['award-AW-2012-0', 1]))).toMatchObject({ outcome: 'stored', first: events + 1 });
    expect(await copyLog(to, original)).toEqual({ events: events + 2, before: events });
    expect((await checkLog(original)).root).toBe((await checkLog(to)).root);
  });

  test('that was worked in at both places is refused, whichever way it is copied', async () => {
    const [original, place] = [await lived(inFile()), await inPostgres()];
    const to = await opened(place);
    await copyLog(original, to);
    for (const store of [original, to]) await stored(store, [anEvent('award-new')]);
    for (const [from, target] of [[original, to], [to, original]] as const) {
      await expect(copyLog(from, target)).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/not the beginning of the log.*they differ at/) });
    }
  });

  test('is copied while others go on working in it, up to where it was', async () => {
    const [original, place] = [await lived(await inPostgres()), inFile()];
    const to = await opened(place);
    let working = true;
    const work = (async () => {
      while (working) await stored(original, someEvents(2, 'award-busy'));
    })();
    const { events } = await copyLog(original, to);
    working = false;
    await work;
    const grown = (await original.head()).position - events;
    expect(grown).toBeGreaterThan(0);
    expect(await checkLog(to)).toEqual(await checkLog(original, undefined, events));
    expect(await copyLog(original, to)).toEqual({ events: events + grown, before: events });
  });

  test('has a backup in one file that is a log itself, taken from PostgreSQL while others write, and no file is replaced', async () => {
    const original = await lived(await inPostgres());
    const before = await checkLog(original);
    const writing = stored(original, someEvents(5, 'award-busy'));
    const file = folder.path('backup.db');
    await original.backup(file);
    await writing;
    const copy = await openSqliteEventStore({ file });
    stores.push(copy);
    const { events, root, findings } = await checkLog(copy);
    expect(findings).toEqual([]);
    expect(events).toBeGreaterThanOrEqual(before.events);
    expect(root).toBe((await checkLog(original, undefined, events)).root);
    await expect(original.backup(file)).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/already there/) });
  });

  test('moves house by typing: into PostgreSQL, checked there with its views, saved, restored beside it, and back into a folder', async () => {
    const [events, views, restored] = [await postgres.newDatabase(), await postgres.newDatabase(), await postgres.newDatabase()];
    const home = desk();
    const away = desk(() => ({ EVENT_STORE_URL: events, VIEW_STORE_URL: views }));
    const told = async (typing: ReturnType<typeof home.type>) => {
      const { exit, json, err } = await typing;
      expect([exit, err]).toEqual([0, '']);
      return json<{ readonly root?: string; readonly log?: { readonly root: string; readonly events: number }; readonly outcome: string }>();
    };
    try {
      await told(home.type('play', 'infra/demonstration/future-councils.yaml', '--demonstration', '--json'));
      const { log } = await told(home.type('check', '--json'));
      expect(await told(home.type('copy', '--to', events, '--json'))).toMatchObject({ outcome: 'copied', root: log?.root });
      expect(await told(away.type('check', '--json'))).toMatchObject({ outcome: 'in-order', log, findings: [] });
      await told(away.type('backup', away.path('saved.db'), '--json'));
      expect(await told(away.type('restore', away.path('saved.db'), '--to', restored, '--json'))).toMatchObject({ outcome: 'restored', root: log?.root });
      expect(await told(home.type('copy', '--from', restored, '--to', home.path('back'), '--json'))).toMatchObject({ outcome: 'copied', root: log?.root });
      expect(await told(home.type('check', '--data', home.path('back'), '--json'))).toMatchObject({ outcome: 'in-order', log });
    } finally {
      home.clear();
      away.clear();
    }
  });
});
