import { randomUUID } from 'node:crypto';
import { count, entries, event, optional, stream, text, versions, view, type ViewDeclaration } from '#kernel';
import type { EventStore, EventToAppend } from '#platform/event-store';

/** The smallest thing that views can be made of: boxes that are filled and labelled. */
const BoxFilled = event('BoxFilled', { fields: { amount: count('Amount'), owner: text('Owner') }, sentence: '{amount} was put in for {owner}' });
const BoxLabelled = event('BoxLabelled', { fields: { label: optional(text('Label')) }, sentence: 'Labelled' });
const box = stream('box', { events: { BoxFilled, BoxLabelled }, initial: 0 }).evolvedBy({ BoxFilled: (n, { amount }) => n + amount, BoxLabelled: (n) => n });

export const tables = {
  boxes: versions({ columns: { box: 'text', label: 'text?', held: 'integer', owner: 'text' }, key: ['box'], indexes: [['owner', 'box']] }),
  fillings: entries({
    columns: { box: 'text', owner: 'text', amount: 'integer' },
    balance: { column: 'balance', of: 'amount', per: ['owner'] },
    indexes: [['box']],
  }),
};

/** `poison` is an amount at which the view throws. */
export const boxesView = (name = 'boxes', { version = 1, poison }: { readonly version?: number; readonly poison?: number | (() => number | undefined) } = {}): ViewDeclaration<typeof tables> =>
  view(name, {
    version,
    tables,
    from: [box],
    on: {
      BoxFilled(rows, { ref, version: n, data: { amount, owner } }) {
        if (amount === (typeof poison === 'function' ? poison() : poison)) throw new Error(`${amount} is poison`);
        if (n === 1) rows.boxes.put({ box: ref, label: null, held: 0, owner });
        rows.boxes.add({ box: ref }, { held: amount });
        rows.fillings.add({ box: ref, owner, amount });
      },
      BoxLabelled: (rows, { ref, data: { label } }) => rows.boxes.patch({ box: ref }, { label: label ?? null }),
    },
  });

const anEvent = (box: string, type: string, data: unknown): EventToAppend => ({ id: randomUUID(), stream: `box-${box}`, type, schema: 1, effectiveOn: '2012-06-13', meta: { actor: 'person:1' }, data });
export const filled = (box: string, amount: number, owner = 'anna'): EventToAppend => anEvent(box, 'BoxFilled', { amount, owner });
export const labelled = (box: string, label?: string): EventToAppend => anEvent(box, 'BoxLabelled', label === undefined ? {} : { label });

/** Appends and returns the last position. */
export async function append(store: EventStore, ...events: EventToAppend[]): Promise<number> {
  let last = 0;
  for (let i = 0; i < events.length; i += 1000) {
    const result = await store.append({ events: events.slice(i, i + 1000), expects: [] });
    if (result.outcome !== 'stored') throw new Error(`Not stored: ${JSON.stringify(result)}`);
    ({ last } = result);
  }
  return last;
}

export const manyFillings = (count: number, boxes = 100): EventToAppend[] => Array.from({ length: count }, (_, i) => filled(`B${i % boxes}`, i, `owner${i % 7}`));
