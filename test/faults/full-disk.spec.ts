import Database from 'better-sqlite3';
import { type EventStore } from '#platform/event-store';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { anEvent, aRequest, someEvents, stored } from '../../libs/platform/event-store/testing/tested-log.js';
import { complaintsAbout, everyEvent } from '../support/log-witness.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

describe('F2 a disk that is full', () => {
  let folder: TemporaryFolder;
  const opened: EventStore[] = [];
  beforeEach(async () => (folder = await temporaryFolder()));
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await folder.remove();
  });

  async function open(options: { maxPages?: number; busyMilliseconds?: number } = {}): Promise<EventStore> {
    const store = await openSqliteEventStore({ file: folder.path('log.db'), ...options });
    opened.push(store);
    return store;
  }

  test('is said to be full, loses nothing that was acknowledged, and the log works again when there is space', async () => {
    const crowded = await open({ maxPages: 60 });
    const acknowledged: string[] = [];
    const faults: unknown[] = [];
    const callers = Array.from({ length: 8 }, async () => {
      while (faults.length === 0) {
        const event = anEvent('award-1', { data: { note: 'x'.repeat(500) } });
        await crowded.append(aRequest([event])).then(() => acknowledged.push(event.id), (fault: unknown) => faults.push(fault));
      }
    });
    await Promise.all(callers);
    expect(faults[0]).toMatchObject({ name: 'StoreFault', kind: 'disk-full', message: expect.stringMatching(/disk is full\. Free some space/) });
    const ids = (await everyEvent(crowded)).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(acknowledged.toSorted());
    await crowded.close();

    const roomy = await open();
    expect(await stored(roomy, someEvents(3, 'award-1'))).toMatchObject({ first: ids.length + 1 });
    expect(await complaintsAbout(folder.path('log.db'), roomy)).toEqual([]);
  }, 20_000);

  test('that holds room for a small append still takes one after it has turned a large one down', async () => {
    const store = await open({ maxPages: 30 });
    const large = Array.from({ length: 200 }, () => anEvent('award-1', { data: { note: 'x'.repeat(2_000) } }));
    await expect(store.append(aRequest(large))).rejects.toMatchObject({ kind: 'disk-full' });
    expect(await stored(store, someEvents(1, 'award-1'))).toMatchObject({ first: 1, last: 1 });
    expect(await store.readStream('award-1')).toMatchObject({ version: 1 });
  });

  test('is not confused with a file that somebody else keeps locked', async () => {
    const store = await open({ busyMilliseconds: 100 });
    const other = new Database(folder.path('log.db'));
    other.exec('BEGIN IMMEDIATE');
    await expect(store.append(aRequest(someEvents(1, 'award-1')))).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/another process/) });
    other.exec('ROLLBACK');
    other.close();
    expect(await stored(store, someEvents(1, 'award-1'))).toMatchObject({ first: 1 });
  });
});
