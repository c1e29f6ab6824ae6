import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decide, due, dropped, event, stream, text, toPerson, workflow, type IsoDate } from '#kernel';
import { memoryAccessLog, roleTable } from '#platform/access';
import { Engine } from '#platform/engine';
import type { EventStore } from '#platform/event-store';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { AttendedFile } from './attended.js';
import { Duties, madeBy } from './duties.js';

const Offered = event('Offered', { fields: { until: text('Until') }, sentence: 'Offered until {until}' });
const Lapsed = event('Lapsed', { fields: {}, sentence: 'Lapsed' });
const offer = stream('offer', { events: { Offered, Lapsed }, initial: {} }).evolvedBy({ Offered: () => ({}), Lapsed: () => ({}) });
class MakeOffer {
  @text('Offer') offer!: string;
  @text('Until') until!: string;
}
class EndOffer {
  @text('Offer') offer!: string;
}
const make = decide(offer, MakeOffer, { summary: 'Offer.', permission: 'agreement:offer', ref: (input) => input.offer, begins: 'named', refusals: {}, rule: (_, { until }) => [Offered({ until })] });
const lapse = decide(offer, EndOffer, { summary: 'Lapse.', permission: 'agreement:lapse', ref: (input) => input.offer, refusals: {}, rule: () => [Lapsed({})] });
const lapsing = workflow('lapsing', {
  version: 1, summary: 'Lapse what nobody signed.', from: [offer],
  on: { Offered: ({ ref, data }) => [due(ref, data.until as IsoDate, lapse, { offer: ref })], Lapsed: ({ ref }) => [dropped(ref)] },
});
const officer = { actor: toPerson('officer'), role: 'officer' };
const noon = (day: string): string => `${day}T12:00:00.000Z`;

describe('what was attended to', () => {
  let folder: string;
  let store: EventStore;
  let engine: Engine;
  /** Where the log was read from when duties were looked for. */
  let readFrom: number[];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tally-duties-'));
    store = openMemoryEventStore({ clock: { now: () => noon('2012-06-13') } });
    engine = new Engine({
      store, clock: { now: () => noon('2012-06-13') }, access: memoryAccessLog(), kind: 'live',
      authority: roleTable({ officer: ['agreement:offer'], clockwork: ['agreement:lapse'] }),
    });
    readFrom = [];
    await engine.run(make, { offer: 'a', until: '2012-07-01' }, officer);
    await engine.run(make, { offer: 'b', until: '2012-08-01' }, officer);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (): string => join(folder, 'duties.json');
  const started = (today: string, workflows = [lapsing]): Duties =>
    new Duties({
      store: { ...store, append: (request) => store.append(request), head: () => store.head(), readAll: (range) => (range.types && readFrom.push(range.after), store.readAll(range)) } as EventStore,
      engine, clock: { now: () => noon(today) }, workflows, kept: new AttendedFile(file(), madeBy(workflows), (name) => [make, lapse].find((each) => each.name === name) as never),
    });

  it('is not gone through again when the program starts anew, and what is left is done on its day', async () => {
    expect(await started('2012-07-01').attend()).toBe(1);
    expect(await started('2012-07-02').attend()).toBe(0);
    expect(await started('2012-08-01').attend()).toBe(1);
    expect(readFrom).toEqual([0, 2, 3]);
    expect((await store.readStream('offer-b')).events.map(({ type }) => type)).toEqual(['Offered', 'Lapsed']);
  });

  it.each([
    ['the file is torn', () => writeFileSync(file(), '{"position":2,"ma'), [lapsing]],
    ['the file is of another log', () => writeFileSync(file(), JSON.stringify({ position: 2, mark: 'stranger', of: madeBy([lapsing]), due: [] })), [lapsing]],
    ['the workflow is another version', () => undefined, [{ ...lapsing, version: 2 }]],
  ])('is gone through again when %s', async (_, harm, workflows) => {
    await started('2012-06-14').attend();
    harm();
    expect(await started('2012-07-01', workflows).attend()).toBe(1);
    expect(readFrom).toEqual([0, 0]);
  });
});
