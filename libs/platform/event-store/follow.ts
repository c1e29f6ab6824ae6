import { type LogPage, type Position, type SubscriptionItem } from './port.js';

/** What following a log needs of an adapter. */
export interface LogFeed {
  readAll(range: { after: Position; limit: number; types?: readonly string[] }): Promise<LogPage>;
  grown(past: Position, signal: AbortSignal): Promise<void>;
}

interface Range {
  readonly after: Position;
  readonly signal: AbortSignal;
  readonly types?: readonly string[];
}

/** Held in memory at most, however slow the reader is: nothing is read on before a page is used up. */
const pageSize = 500;

/**
 * Every event after a position, then what comes. There is no switch to go wrong: live reading is the same paged reading,
 * begun again when the bell rings. `caughtUp` follows each burst, with the position to go on from, so that a follower of
 * rare events can keep its place.
 */
export async function* follow(feed: LogFeed, { after, signal, types }: Range): AsyncGenerator<SubscriptionItem, void, undefined> {
  let position = after;
  let announced: Position | undefined;
  while (!signal.aborted) {
    const page = await feed.readAll({ after: position, limit: pageSize, ...(types === undefined ? {} : { types }) });
    for (const event of page.events) {
      yield { event };
      if (signal.aborted) return;
    }
    position = page.next;
    if (!page.caughtUp) continue;
    if (announced !== position) yield { caughtUp: true, position };
    announced = position;
    await feed.grown(position, signal);
  }
}
