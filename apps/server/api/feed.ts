import type { EventStore, Position, RecordedEvent } from '#platform/event-store';

/** A part of the log, in its order. */
export interface FeedPage {
  readonly events: readonly RecordedEvent[];
  /** Where to read on. */
  readonly next: Position;
  readonly caughtUp: boolean;
}
export interface FeedAsked {
  readonly after: Position;
  readonly limit: number;
  readonly types?: readonly string[];
}

export type Feeding = Pick<EventStore, 'readAll' | 'readStream'>;

/** The events of one stream behind a position. */
export async function streamFeed(store: Feeding, stream: string, { after, limit, types }: FeedAsked): Promise<FeedPage> {
  const from = await firstBehind(store, stream, after);
  const { version, events } = await store.readStream(stream, { from, limit });
  const wanted = types ? events.filter(({ type }) => types.includes(type)) : events;
  return { events: wanted, next: events.at(-1)?.position ?? after, caughtUp: from + events.length > version };
}

/** The first version behind a position. Positions rise with versions, so it is found by halving, however long the stream is. */
async function firstBehind(store: Feeding, stream: string, after: Position): Promise<number> {
  let [low, high] = [1, (await store.readStream(stream, { limit: 1 })).version + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [event] = (await store.readStream(stream, { from: middle, limit: 1 })).events;
    if (event && event.position <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
