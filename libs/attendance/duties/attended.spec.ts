import { toPerson } from '#kernel';
import { memoryAccessLog, roleTable } from '#platform/access';
import { Engine } from '#platform/engine';
import type { EventStore } from '#platform/event-store';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { openShelf, type Shelf } from '#platform/shelf';
import { AttendedNote } from './attended.js';
import { Duties, madeBy } from './duties.js';
import { dutyAsJob, settleDuty } from './settle-duty.js';
import { lapse, lapseUnsigned, make } from '../testing/offers.js';

const officer = { actor: toPerson('officer'), role: 'officer' };
const noon = (day: string): string => `${day}T12:00:00.000Z`;

describe('what was attended to', () => {
  let shelf: Shelf;
  let store: EventStore;
  let engine: Engine;
  /** Where the log was read from when duties were looked for. */
  let readFrom: number[];
  beforeEach(async () => {
    shelf = await openShelf({ address: 'sqlite::memory:', clock: { now: () => noon('2012-06-13') } });
    store = openMemoryEventStore({ clock: { now: () => noon('2012-06-13') } });
    engine = new Engine({
      store, clock: { now: () => noon('2012-06-13') }, access: memoryAccessLog(), kind: 'live',
      authority: roleTable({ officer: ['agreement:offer'], clockwork: ['agreement:lapse'] }),
    });
    readFrom = [];
    await engine.run(make, { offer: 'a', until: '2012-07-01' }, officer);
    await engine.run(make, { offer: 'b', until: '2012-08-01' }, officer);
  });
  afterEach(() => shelf.close());

  const find = (name: string) => [make, lapse].find((each) => each.name === name) as never;
  /** What a process does that starts, attends to what is due, and ends. Returns how much it did. */
  const attended = async (today: string, workflows = [lapseUnsigned]): Promise<number> => {
    const looking = { ...store, append: store.append.bind(store), head: store.head.bind(store), readAll: (range: Parameters<EventStore['readAll']>[0]) => (range.types && readFrom.push(range.after), store.readAll(range)) } as EventStore;
    const duties = new Duties({ store: looking, clock: { now: () => noon(today) }, workflows, kept: new AttendedNote(shelf, madeBy(workflows), find) });
    const due = await duties.due();
    for (const each of due) {
      const { key, input = {} } = dutyAsJob(each);
      await settleDuty({ engine, find })(input, { id: 'job', key, offeredAt: noon(today), attempt: 1, signal: new AbortController().signal, progress: () => undefined });
      duties.settle(each);
    }
    await duties.keep();
    return due.length;
  };

  it('is not gone through again when the program starts anew, and what is left is done on its day', async () => {
    expect(await attended('2012-07-01')).toBe(1);
    expect(await attended('2012-07-02')).toBe(0);
    expect(await attended('2012-08-01')).toBe(1);
    expect(readFrom).toEqual([0, 2, 3]);
    expect((await store.readStream('offer-b')).events.map(({ type }) => type)).toEqual(['Offered', 'Lapsed']);
  });

  const note = (text: string) => shelf.put('duties.json', [text], { type: 'application/json', days: 1 });

  it.each([
    ['the note is torn', () => note('{"position":2,"ma'), [lapseUnsigned]],
    ['the note is of another log', () => note(JSON.stringify({ position: 2, mark: 'stranger', of: madeBy([lapseUnsigned]), due: [] })), [lapseUnsigned]],
    ['the workflow is another version', () => undefined, [{ ...lapseUnsigned, version: 2 }]],
  ])('is gone through again when %s', async (_, harm, workflows) => {
    await attended('2012-06-14');
    await harm();
    expect(await attended('2012-07-01', workflows)).toBe(1);
    expect(readFrom).toEqual([0, 0]);
  });
});
