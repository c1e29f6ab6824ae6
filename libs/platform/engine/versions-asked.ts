import type { EventStore, Version } from '#platform/event-store';

type Versions = ReadonlyMap<string, Version>;

/**
 * Asks a log where streams stand. Over a network, whoever asks while a question is under way goes together with all others
 * in the next one: many pages at once cost as many round trips as one.
 */
export class VersionsAsked {
  #under: Promise<unknown> = Promise.resolve();
  #next: { readonly streams: Set<string>; readonly answer: Promise<Versions> } | undefined;

  constructor(private readonly store: Pick<EventStore, 'versionsOf'> & Partial<Pick<EventStore, 'distance'>>) {}

  /** What is answered was so after the call, or later. */
  of(streams: readonly string[]): Promise<Versions> {
    if (this.store.distance !== 'far') return this.store.versionsOf(streams);
    this.#next ??= this.#afterThisOne();
    for (const stream of streams) this.#next.streams.add(stream);
    return this.#next.answer;
  }

  #afterThisOne(): { readonly streams: Set<string>; readonly answer: Promise<Versions> } {
    const streams = new Set<string>();
    const answer = this.#under.then(() => {
      this.#next = undefined;
      return this.store.versionsOf([...streams]);
    });
    this.#under = Promise.allSettled([answer]); // a failure is told to those who asked
    return { streams, answer };
  }
}
