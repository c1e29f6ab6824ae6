import { openMemoryEventStore } from '#platform/event-store-memory';
import { copyLog } from './copy-log.js';
import type { EventStore, StoredRecord } from './port.js';
import { anEvent, someEvents, stored } from './testing/tested-log.js';

async function logOf(...streams: string[]): Promise<EventStore> {
  const store = openMemoryEventStore();
  for (const stream of streams) await stored(store, someEvents(400, stream));
  return store;
}
const bytesOf = async (store: EventStore) => (await store.readRecords({ after: 0, limit: 10_000 })).map(({ record }) => record);

/** A store that takes some pages and is then gone, as a machine would be in the middle of a copy. */
function cutAfter(pages: number, store: EventStore): EventStore {
  let taken = 0;
  const receive = async (records: readonly StoredRecord[]): Promise<void> => {
    if (taken++ === pages) throw new Error('the line was cut');
    await store.receive(records);
  };
  return new Proxy(store, { get: (of, part: keyof EventStore) => (part === 'receive' ? receive : typeof of[part] === 'function' ? (of[part] as () => unknown).bind(of) : of[part]) });
}

describe('a copy of a log', () => {
  it('has the same bytes in the same places, and tells how far it is', async () => {
    const [from, to] = [await logOf('award-1', 'award-2', 'award-3'), openMemoryEventStore()];
    const told: string[] = [];
    expect(await copyLog(from, to, { onProgress: (reached, upTo) => told.push(`${reached}/${upTo}`) })).toEqual({ events: 1_200, before: 0 });
    expect(await bytesOf(to)).toEqual(await bytesOf(from));
    expect(told).toEqual(['500/1200', '1000/1200', '1200/1200']);
  });

  it('says what it would copy, and copies nothing, when it is asked to', async () => {
    const [from, to] = [await logOf('award-1'), openMemoryEventStore()];
    await copyLog(from, to, { upTo: 10 });
    expect(await copyLog(from, to, { dryRun: true })).toEqual({ events: 400, before: 10 });
    expect((await to.head()).position).toBe(10);
  });

  it('of nothing is nothing', async () => {
    expect(await copyLog(openMemoryEventStore(), openMemoryEventStore())).toEqual({ events: 0, before: 0 });
  });

  it('that was cut goes on where it was', async () => {
    const [from, to] = [await logOf('award-1', 'award-2', 'award-3'), openMemoryEventStore()];
    await expect(copyLog(from, cutAfter(1, to))).rejects.toThrow('the line was cut');
    expect(await copyLog(from, to)).toEqual({ events: 1_200, before: 500 });
    expect(await bytesOf(to)).toEqual(await bytesOf(from));
  });

  it('ends where the log ended when it began, or where it is told to; the rest comes with the next', async () => {
    const [from, to] = [await logOf('award-1', 'award-2'), openMemoryEventStore()];
    expect(await copyLog(from, to, { upTo: 3 })).toEqual({ events: 3, before: 0 });
    let grown: Promise<unknown> | undefined;
    expect(await copyLog(from, to, { onProgress: () => void (grown ??= stored(from, [anEvent('award-9')])) })).toEqual({ events: 800, before: 3 });
    await grown;
    expect(await copyLog(from, to)).toEqual({ events: 801, before: 800 });
    expect(await bytesOf(to)).toEqual(await bytesOf(from));
    await expect(copyLog(from, to, { upTo: 802 })).rejects.toThrow('cannot be copied up to @802: it ends at @801');
  });

  it('is refused over another log, over one that is longer, and over one that went another way', async () => {
    const from = await logOf('award-1');
    await expect(copyLog(from, await logOf('award-1'))).rejects.toMatchObject({ kind: 'invalid', message: expect.stringContaining('they differ at @1') as string });
    const [longer, astray] = [openMemoryEventStore(), openMemoryEventStore()];
    for (const store of [longer, astray]) await copyLog(from, store, { upTo: store === longer ? 400 : 300 });
    for (const store of [longer, astray]) await stored(store, [anEvent('award-2')]);
    await expect(copyLog(from, longer)).rejects.toThrow('it ends at @401, and the log that is copied ends at @400');
    await expect(copyLog(from, astray)).rejects.toThrow('they differ at @301');
    expect((await astray.head()).position).toBe(301);
  });

  it('carries very large records in several parts', async () => {
    const [from, to] = [openMemoryEventStore(), openMemoryEventStore()];
    for (let turn = 0; turn < 40; turn += 1) await stored(from, [anEvent('award-1', { data: 'x'.repeat(250_000) })]);
    await copyLog(from, to);
    expect(await bytesOf(to)).toEqual(await bytesOf(from));
  });
});
