import { randomUUID } from 'node:crypto';
import { type AppendRequest, type AppendResult, type Clock, type Codec, type EventStore, type EventToAppend, type Expected } from '../index.js';

/** A log under test. Opening it twice gives two stores over the same log, as two processes would have. */
export interface TestedLog {
  open(options?: { readonly clock?: Clock; readonly codec?: Codec }): Promise<EventStore>;
  remove(): Promise<void>;
}

export type NewLog = () => Promise<TestedLog>;

/** A fresh log for each test; closes every store that was opened and removes the log afterwards. */
export function logsFrom(newLog: NewLog): () => Promise<TestedLog> {
  const stores: EventStore[] = [];
  const logs: TestedLog[] = [];
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    for (const log of logs.splice(0)) await log.remove();
  });
  return async () => {
    const log = await newLog();
    logs.push(log);
    const open: TestedLog['open'] = async (options) => {
      const store = await log.open(options);
      stores.push(store);
      return store;
    };
    return { open, remove: () => log.remove() };
  };
}

/** An event that nothing is wrong with. */
export const anEvent = (stream: string, differing: Partial<EventToAppend> = {}): EventToAppend => ({
  id: randomUUID(),
  stream,
  type: 'AwardApproved',
  schema: 1,
  effectiveOn: '2012-06-13',
  meta: { actor: 'person:1', role: 'approver' },
  data: { award: stream, ceiling: { minor: 250_000_00, currency: 'GBP' } },
  ...differing,
});

export const someEvents = (count: number, stream: string): EventToAppend[] => Array.from({ length: count }, (_, index) => anEvent(stream, { data: { index } }));

export const aRequest = (events: readonly EventToAppend[], ...expects: readonly [stream: string, expected: Expected][]): AppendRequest => ({
  events,
  expects: expects.map(([stream, expected]) => ({ stream, expected })),
});

/** Appends and insists that it was stored. */
export async function stored(store: EventStore, events: readonly EventToAppend[]): Promise<Extract<AppendResult, { outcome: 'stored' }>> {
  const result = await store.append({ events, expects: [] });
  if (result.outcome !== 'stored') throw new Error(`Not stored: ${JSON.stringify(result)}`);
  return result;
}

export const wholeLog = async (store: EventStore) => (await store.readAll({ after: 0, limit: 10_000 })).events;
export const versionsOf = async (store: EventStore, stream: string) => (await store.readStream(stream)).events.map(({ version }) => version);
export const countingTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
