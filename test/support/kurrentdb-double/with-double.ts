import { setTimeout as wait } from 'node:timers/promises';
import { openKurrentEventStore, type KurrentStoreOptions } from '#platform/event-store-kurrentdb';
import type { EventStore, RecordedEvent } from '#platform/event-store';
import type { DoubleOptions, KurrentDouble } from './index.js';

/** Short enough for a test to see the end of it. */
export const shortPatience = { answerMilliseconds: 600, outageMilliseconds: 10_000, firstPauseMilliseconds: 5, longestPauseMilliseconds: 50 };

export interface WithDouble {
  /** A server of its own for the test that asks. */
  start(options?: DoubleOptions): Promise<KurrentDouble>;
  /** A store on it, closed after the test. */
  open(double: KurrentDouble, options?: Partial<KurrentStoreOptions>): Promise<EventStore>;
}

/** Loaded where it is used: the stubs of the protocol are in an optional dependency. */
export function withDouble(): WithDouble {
  const doubles: KurrentDouble[] = [];
  const stores: EventStore[] = [];
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    for (const double of doubles.splice(0)) double.stop();
  });
  return {
    async start(options) {
      const double = await (await import('./index.js')).KurrentDouble.start(options);
      doubles.push(double);
      return double;
    },
    async open(double, options) {
      const store = await openKurrentEventStore({ address: double.address(), patience: shortPatience, ...options });
      stores.push(store);
      return store;
    },
  };
}

/** A follower in the background, and what it has seen so far. */
export function following(store: EventStore): { readonly seen: RecordedEvent[]; leave(): Promise<void> } {
  const seen: RecordedEvent[] = [];
  const stop = new AbortController();
  const ended = (async () => {
    for await (const item of store.subscribe({ after: 0, signal: stop.signal })) if ('event' in item) seen.push(item.event);
  })();
  return {
    seen,
    async leave() {
      stop.abort();
      await ended;
    },
  };
}

/** Waits until something is so; a test that waits in vain fails by its time limit. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5);
}
