import { setTimeout as wait } from 'node:timers/promises';
import { type LogPage, type Position, type SubscriptionItem } from './port.js';

/** What following a log needs of it. */
export interface LogFeed {
  readAll(range: { after: Position; limit: number; types?: readonly string[] }): Promise<LogPage>;
  grown(past: Position, signal: AbortSignal): Promise<void>;
  /** Called once each, around all of the following. */
  readonly joined?: (() => void) | undefined;
  readonly left?: (() => void) | undefined;
}

interface Range {
  readonly after: Position;
  readonly signal: AbortSignal;
  readonly types?: readonly string[];
}

/** Held in memory at most, however slow the reader is: nothing is read on before a page is used up. */
const pageSize = 500;
/** After the bell rang for nothing. It may go on doing so: a hint was forged, or an older copy of the log was put in place of this one. */
const afterFalseAlarm = 1_000;

/**
 * Every event after a position, then what comes. There is no switch to go wrong: live reading is the same paged reading,
 * begun again when the bell rings. `caughtUp` follows each burst, with the position to go on from, so that a follower of
 * rare events can keep its place.
 */
export async function* follow(feed: LogFeed, { after, signal, types }: Range): AsyncGenerator<SubscriptionItem, void, undefined> {
  let position = after;
  let announced: Position | undefined;
  let hasRung = false;
  feed.joined?.();
  try {
    while (!signal.aborted) {
      const page = await feed.readAll({ after: position, limit: pageSize, ...(types === undefined ? {} : { types }) });
      for (const event of page.events) {
        yield { event };
        if (signal.aborted) return;
      }
      const isFalseAlarm = hasRung && page.caughtUp && page.next === position;
      position = page.next;
      if (!page.caughtUp) continue;
      if (announced !== position) yield { caughtUp: true, position };
      announced = position;
      if (isFalseAlarm) await Promise.allSettled([wait(afterFalseAlarm, undefined, { signal })]); // aborted: the loop sees to it
      await feed.grown(position, signal);
      hasRung = true;
    }
  } finally {
    feed.left?.();
  }
}
