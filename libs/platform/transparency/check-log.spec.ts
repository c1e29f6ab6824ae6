import { canonicalJson, completeRecord, leafOf, prepare, type EventStore, type EventToAppend, type StoredRecord } from '#platform/event-store';
import { MemoryLog, openMemoryEventStore } from '#platform/event-store-memory';
import { checkLog, rootOf, toHex } from './index.js';

const idOf = (turn: number) => `00000000-0000-4000-8000-${String(turn).padStart(12, '0')}`;
const event = (turn: number): EventToAppend => ({
  id: idOf(turn), stream: `award-${turn % 2}`, type: 'AwardApproved', schema: 1, effectiveOn: '2012-06-13', meta: {}, data: { turn },
});
const at = (turn: number) => `2012-06-13T09:30:0${turn}.000Z`;

/** A log of five events, and a store over it whose bytes can be changed behind its back. */
async function logOfFive(): Promise<{ log: MemoryLog; store: EventStore; tamper(position: number, change: Partial<StoredRecord>): void }> {
  const log = new MemoryLog();
  const store = openMemoryEventStore({ log });
  for (let turn = 1; turn <= 5; turn++) await store.append({ events: [event(turn)], expects: [], recordedAt: at(turn) });
  return { log, store, tamper: (position, change) => Object.assign(log.at(position) as StoredRecord, change) };
}

const resealed = (record: string) => ({ record, leaf: leafOf(record) });

test('a sound log is found sound, and its root is the root of its leaves', async () => {
  const { log, store } = await logOfFive();
  const progress: number[] = [];
  const check = await checkLog(store, (events) => progress.push(events));
  expect(check).toEqual({ events: 5, root: toHex(rootOf(log.records.map(({ leaf }) => leaf))), findings: [] });
  expect(progress).toEqual([5]);
});

test('an empty log has the empty root', async () => {
  expect(await checkLog(openMemoryEventStore())).toEqual({ events: 0, root: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', findings: [] });
});

test.each<[what: string, position: number, change: (record: string) => Partial<StoredRecord>, finding: RegExp]>([
  ['a changed byte', 3, (record) => ({ record: record.replace('"turn":3', '"turn":4') }), /not those that were hashed/],
  ['a changed leaf', 2, () => ({ leaf: leafOf('other') }), /not those that were hashed/],
  ['fields in another order', 4, (record) => resealed(record.replace(/^\{("data":\{[^}]*\}),("effectiveOn":"[^"]*")/, '{$2,$1')), /not canonical JSON/],
  ['a space', 1, (record) => resealed(record.replace(':', ': ')), /not canonical JSON/],
  ['an extra field', 1, (record) => resealed(record.replace('}', '},"effective":1')), /not canonical JSON/],
  ['something that is no JSON', 5, () => resealed('{'), /not canonical JSON/],
  ['a version out of turn', 3, (record) => resealed(record.replace('"version":2', '"version":3')), /has version 3 of award-1 where 2 was due/],
  ['time that goes back', 4, (record) => resealed(record.replace(at(4), at(1))), /before the event that precedes it/],
  ['a column that contradicts the record', 2, () => ({ filed: { id: idOf(2), stream: 'award-0', version: 1, type: 'AwardDeclined', recordedAt: at(2) } }), /filed under type AwardDeclined/],
])('%s is found, and where', async (_, position, change, finding) => {
  const { log, store, tamper } = await logOfFive();
  tamper(position, change(log.at(position)?.record ?? ''));
  expect((await checkLog(store)).findings[0]).toEqual({ position, what: expect.stringMatching(finding) });
});

test('a record that was exchanged for another sound one changes the root, so a checkpoint held elsewhere shows it', async () => {
  const { log, store, tamper } = await logOfFive();
  const before = await checkLog(store);
  const [other] = prepare({ events: [{ ...event(5), data: { turn: 6 } }], expects: [] }).events;
  tamper(5, resealed(completeRecord(other ?? { before: '', between: '' }, at(5), 3)));
  const after = await checkLog(store);
  expect(after.findings).toEqual([]);
  expect(after.root).not.toBe(before.root);
  expect(canonicalJson(JSON.parse(log.at(5)?.record ?? ''))).toBe(log.at(5)?.record);
});
