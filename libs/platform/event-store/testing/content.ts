import { anEvent, aRequest, logsFrom, someEvents, stored, type NewLog } from './tested-log.js';
import { isStreamName, leafOf, type EventToAppend } from '../index.js';

const kept: readonly (readonly [what: string, data: unknown])[] = [
  ['text beyond ASCII', { name: 'Llŷr & Søn – “café” 😀 דּ'.normalize('NFC') }],
  ['a null character', { note: 'a\u0000b' }],
  ['every character that JSON escapes', { note: '\b\t\n\f\r"\\/\u001f\u007f\u2028' }],
  ['keys that look alike', { a: 1, A: 2, á: 3, aa: 4, '': 5, '1': 6, '10': 7, '2': 8 }],
  ['keys that mean something to JavaScript', JSON.parse('{"__proto__":1,"constructor":2,"toString":3}')],
  ['empty things', { text: '', list: [], object: {}, nothing: null }],
  ['the largest and smallest numbers', { most: 2 ** 53 - 1, least: -(2 ** 53 - 1), hundred: 1e2 }],
  ['lists in lists', [[], [[1, [2]]], 'x', false]],
  ['text that looks like SQL', { note: "'); DELETE FROM events; --" }],
];

const refused: readonly (readonly [what: string, differing: Partial<EventToAppend>, message: RegExp])[] = [
  ['a number that floats cannot hold', { data: { minor: 2 ** 53 } }, /data\.minor is 9007199254740992/],
  ['a fraction', { data: { shares: [1, 0.5] } }, /data\.shares\[1\] is 0\.5/],
  ['half a character', { data: { note: '\ud83d' } }, /data\.note holds half/],
  ['text that is not normalised', { data: { ['cafe\u0301']: 1 } }, /is not in Unicode normal form C/],
  ['a field without a value', { data: { on: undefined } }, /data\.on is undefined/],
  ['a date object', { data: { on: new Date(0) } }, /data\.on is not a plain object/],
  ['metadata that is not text', { meta: { count: 1 as unknown as string } }, /meta\.count of AwardApproved is not text/],
  ['an id that is no UUID', { id: 'AW-1' }, /Event id "AW-1"/],
  ['a type that is no name', { type: 'award approved' }, /not the name of an event type/],
  ['a day that does not exist', { effectiveOn: '2023-02-29' }, /effective on "2023-02-29"/],
  ['schema version 0', { schema: 0 }, /schema version 0/],
];

/** A10, A12: what may be in an event, and that it comes back as it went in. */
export function contentContract(newLog: NewLog): void {
  const log = logsFrom(newLog);
  const open = async () => (await log()).open();

  test.each(kept)('A10 %s: what comes back is what went in', async (_, data) => {
    const store = await open();
    await stored(store, [anEvent('award-1', { data, meta: { note: 'é "quoted"' } })]);
    expect((await store.readStream('award-1')).events[0]).toMatchObject({ data, meta: { note: 'é "quoted"' } });
    const [record] = await store.readRecords({ after: 0, limit: 1 });
    expect(Buffer.from(record?.leaf ?? [])).toEqual(leafOf(record?.record ?? ''));
  });

  test.each(refused)('A10 %s is refused, and the message names the place', async (_, differing, message) => {
    const store = await open();
    await expect(store.append(aRequest([anEvent('award-1', differing)]))).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(message) });
    expect(await store.head()).toEqual({ position: 0 });
  });

  test('A10 the bytes are canonical, whatever order the fields were in', async () => {
    const store = await open();
    const id = '00000000-0000-4000-8000-000000000001';
    await store.append({ events: [anEvent('award-1', { id, data: { b: 1, a: [true] }, meta: {} })], expects: [], recordedAt: '2012-06-13T09:30:00.000Z' });
    const written = `{"data":{"a":[true],"b":1},"effectiveOn":"2012-06-13","id":"${id}","meta":{},"recordedAt":"2012-06-13T09:30:00.000Z","schema":1,"stream":"award-1","type":"AwardApproved","version":1}`;
    expect((await store.readRecords({ after: 0, limit: 1 }))[0]).toMatchObject({ position: 1, record: written });
  });

  test('A10 a record of 256 KiB is stored and one byte more is refused, also when its text is not ASCII', async () => {
    const store = await open();
    await stored(store, [anEvent('award-1', { data: '', meta: {} })]);
    const empty = Buffer.byteLength((await store.readRecords({ after: 0, limit: 1 }))[0]?.record ?? '') + 15; // a version is counted as 16 digits
    const filled = (bytes: number) => ({ data: 'é'.repeat(10) + 'x'.repeat(bytes - empty - 20), meta: {} });
    await stored(store, [anEvent('award-2', filled(256 * 1024))]);
    await expect(store.append(aRequest([anEvent('award-3', filled(256 * 1024 + 1))]))).rejects.toMatchObject({ kind: 'invalid' });
    expect((await store.readStream('award-2')).events[0]).toMatchObject(filled(256 * 1024));
  });

  test('A10 two events of one append cannot carry the same id', async () => {
    const store = await open();
    const twin = anEvent('award-1');
    await expect(store.append(aRequest([twin, twin]))).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('A11 two beliefs about one stream are refused', async () => {
    const store = await open();
    await expect(store.append(aRequest(someEvents(1, 'award-1'), ['award-1', 0], ['award-1', 'any']))).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('A12 a stream is named category-id, by the same rule everywhere', async () => {
    const store = await open();
    for (const stream of ['award-1', 'award-AW-2012-004', 'fund-F:FY1213', 'a-_', `log-${'x'.repeat(200)}`]) {
      await stored(store, someEvents(1, stream));
      expect([stream, isStreamName(stream), (await store.readStream(stream)).version]).toEqual([stream, true, 1]);
    }
  });

  test('A12 any other name is refused, to write to or to expect something of', async () => {
    const store = await open();
    for (const stream of ['award', 'award-', '-1', 'Award-1', 'award1-1', '$all-1', 'award-a b', 'award-é', 'award-1\n', `log-${'x'.repeat(201)}`, '']) {
      await expect(store.append(aRequest([anEvent(stream)]))).rejects.toMatchObject({ kind: 'invalid' });
      await expect(store.append(aRequest([anEvent('award-1')], [stream, 'any']))).rejects.toMatchObject({ kind: 'invalid' });
    }
  });
}
