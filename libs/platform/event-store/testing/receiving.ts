import { anEvent, aRequest, logsFrom, someEvents, stored, wholeLog, type NewLog } from './tested-log.js';
import { leafOf, type EventStore, type StoredRecord } from '../index.js';

/** A record with other bytes, hashed anew: a leaf alone does not tell that it never stood there. */
function rewritten(record: StoredRecord, from: string | RegExp, to: string): StoredRecord {
  const bytes = record.record.replace(from, to);
  return { ...record, record: bytes, leaf: leafOf(bytes) };
}
const bytesOf = (records: readonly StoredRecord[]) => records.map(({ position, record, leaf }) => [position, record, Buffer.from(leaf).toString('hex')]);
const allRecords = async (store: EventStore) => store.readRecords({ after: 0, limit: 10_000 });

/** J: taking the records of another log as they are. */
export function receivingContract(newLog: NewLog): void {
  const log = logsFrom(newLog);
  const open = async () => (await log()).open();

  /** A log of six events over three streams, appended at three instants, and its records. */
  async function source(): Promise<{ store: EventStore; records: readonly StoredRecord[] }> {
    const store = await open();
    for (const [turn, time] of ['09:00:00', '09:00:00', '10:00:00'].entries()) {
      const events = [anEvent(`award-${turn}`, { data: { note: 'é "quoted"\u0000' } }), anEvent('fund-1', { schema: 2, meta: {} })];
      await store.append({ events, expects: [], recordedAt: `2012-06-13T${time}.000Z` });
    }
    return { store, records: await allRecords(store) };
  }

  test('J1 what is received is the same log: bytes, leaves, places, streams, ids and times', async () => {
    const { store: from, records } = await source();
    const to = await open();
    await to.receive(records);
    expect(bytesOf(await allRecords(to))).toEqual(bytesOf(records));
    expect(await wholeLog(to)).toEqual(await wholeLog(from));
    expect(await to.head()).toEqual({ position: 6, recordedAt: '2012-06-13T10:00:00.000Z' });
    expect(await to.readStream('fund-1')).toEqual(await from.readStream('fund-1'));
    expect(await to.findEvent((await wholeLog(from))[4]?.id ?? '')).toMatchObject({ position: 5 });
    expect(await to.positionKnownAt('2012-06-13T09:30:00.000Z')).toBe(4);
  });

  test('J2 records are taken in several goes, and nothing at all is nothing to refuse', async () => {
    const { records } = await source();
    const to = await open();
    await to.receive([]);
    for (const record of records) await to.receive([record]);
    expect(bytesOf(await allRecords(to))).toEqual(bytesOf(records));
  });

  test('J3 appending goes on behind what was received, a retry of an event that came with it is known, and so is its time', async () => {
    const { store: from, records } = await source();
    const opened = await log();
    const to = await opened.open({ clock: { now: () => '2012-06-13T08:00:00.000Z' } });
    await to.receive(records);
    expect(await to.append(aRequest(someEvents(1, 'fund-1'), ['fund-1', 3]))).toMatchObject({ outcome: 'stored', first: 7, recordedAt: '2012-06-13T10:00:00.000Z' });
    expect(await to.append(aRequest(someEvents(1, 'award-0'), ['award-0', 'absent']))).toEqual({ outcome: 'conflict', stream: 'award-0', expected: 0, actual: 1 });
    const { id, stream, type, schema, effectiveOn, meta, data } = (await wholeLog(from))[0] ?? anEvent('award-0');
    expect(await to.append(aRequest([{ id, stream, type, schema, effectiveOn, meta, data }]))).toMatchObject({ outcome: 'stored', first: 1, repeated: true });
    expect((await wholeLog(await opened.open())).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('J4 whoever follows the log sees what is received, once', async () => {
    const { records } = await source();
    const to = await open();
    const seen: number[] = [];
    let asked = false;
    for await (const item of to.subscribe({ after: 0, signal: AbortSignal.timeout(10_000) })) {
      if ('event' in item) seen.push(item.event.position);
      else if (!asked) {
        asked = true;
        await to.receive(records);
      } else if (item.position === 6) break;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test.each<readonly [what: string, of: (records: readonly StoredRecord[]) => readonly unknown[], kind: string, message: RegExp]>([
    ['that begin later than this log ends', (records) => records.slice(2), 'invalid', /@3 does not follow this log, which ends at 0/],
    ['with a hole', ([one, , ...rest]) => [one, ...rest], 'invalid', /@3 stands behind 1/],
    ['out of their order', ([one, two, ...rest]) => [two, one, ...rest], 'invalid', /@1 stands behind 2/],
    ['of which one has bytes that do not come to its leaf', ([one, ...rest]) => [one, ...rest.map((each) => ({ ...each, record: each.record.replace('award-', 'award:') }))], 'corrupt', /not those that were hashed/],
    ['of which one is not canonical', ([one, ...rest]) => [rewritten(one as StoredRecord, '"data":', '"data": '), ...rest], 'corrupt', /@1: the record is not canonical/],
    ['of which one is not an event', ([one, ...rest]) => [rewritten(one as StoredRecord, /,"version":1\}$/, '}'), ...rest], 'corrupt', /@1: the record is not canonical JSON of an event/],
    ['with a version that was left out', (records) => records.map((each, index) => (index === 3 ? rewritten(each, '"version":2', '"version":3') : each)), 'invalid', /@4 has version 3 of fund-1 where 2 was due/],
    ['of a stream that begins in its middle', (records) => records.map((each, index) => (index === 0 ? rewritten(each, '"version":1', '"version":2') : each)), 'invalid', /go on with award-0 at version 2 where 1 was due/],
    ['whose time goes backwards', (records) => records.map((each, index) => (index === 5 ? rewritten(each, 'T10:00', 'T08:00') : each)), 'invalid', /@6 was recorded at 2012-06-13T08:00:00.000Z, before/],
    ['of which two carry one id', (records) => records.map((each, index) => (index === 5 ? rewritten(each, /"id":"[^"]+"/, /"id":"[^"]+"/.exec(records[0]?.record ?? '')?.[0] ?? '') : each)), 'invalid', /@6 carries the id .* a second time/],
  ])('J5 records %s are refused, and none of them is taken', async (_, spoilt, kind, message) => {
    const { records } = await source();
    const to = await open();
    await expect(to.receive(spoilt(records) as readonly StoredRecord[])).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
    expect(await to.head()).toEqual({ position: 0 });
    await to.receive(records); // and nothing is left behind of the attempt
    expect(await to.head()).toMatchObject({ position: 6 });
  });

  test.each<readonly [what: string, of: (record: StoredRecord, known: StoredRecord) => StoredRecord, message: RegExp]>([
    ['that it has already', (_, known) => known, /@2 does not follow this log, which ends at 2/],
    ['recorded before its last', (record) => rewritten(record, 'T09:00', 'T08:59'), /@3 was recorded at .*08:59.* and this log already knows/],
    ['that leave out a version of a stream it has', (record) => rewritten(record, /"stream":"award-1"(.*)"version":1/, '"stream":"fund-1"$1"version":3'), /go on with fund-1 at version 3 where 2 was due/],
    ['under an id that it has', (record, known) => rewritten(record, /"id":"[^"]+"/, /"id":"[^"]+"/.exec(known.record)?.[0] ?? ''), /carries the id .*, which this log has already/],
  ])('J6 a log refuses records %s', async (_, spoilt, message) => {
    const { records } = await source();
    const to = await open();
    await to.receive(records.slice(0, 2));
    const [, known, next] = records as readonly [StoredRecord, StoredRecord, StoredRecord];
    await expect(to.receive([spoilt(next, known)])).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(message) });
    await to.receive(records.slice(2));
    expect(bytesOf(await allRecords(to))).toEqual(bytesOf(records));
  });

  test('J7 of two who bring the same records at once one is refused, and the log has them once', async () => {
    const { records } = await source();
    const opened = await log();
    const stores = [await opened.open(), await opened.open()];
    const results = await Promise.allSettled(stores.map((store) => store.receive(records)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(bytesOf(await allRecords(stores[0] as EventStore))).toEqual(bytesOf(records));
  });

  test('J8 what is appended while records are received is stored before or behind them, and nothing of either is lost', async () => {
    const { records } = await source();
    const to = await open();
    await to.receive(records.slice(0, 2));
    const [received, ...appended] = await Promise.allSettled([to.receive(records.slice(2)), ...someEvents(5, 'award-9').map((event) => stored(to, [event]))]);
    expect(appended.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'fulfilled'));
    expect(await to.head()).toMatchObject({ position: received?.status === 'fulfilled' ? 11 : 7 });
  });

  test('J9 a closed log receives nothing, and one that closes has stored what it took on', async () => {
    const { records } = await source();
    const opened = await log();
    const to = await opened.open();
    const receiving = to.receive(records);
    await to.close();
    await receiving;
    await expect(to.receive(records)).rejects.toMatchObject({ kind: 'closed' });
    expect(await (await opened.open()).head()).toMatchObject({ position: 6 });
  });
}
