import { setTimeout as pause } from 'node:timers/promises';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { EventBus } from '@nestjs/cqrs';
import { StoreFault, type EventStore, type Position } from '#platform/event-store';
import { EventStored } from './envelopes.js';

/** Publishes stored events on the bus from where the log stands at the start, in order, each once; tries again after a fault. */
export class PublishedEvents implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #stop = new AbortController();
  #publishing: Promise<void> = Promise.resolve();
  #last: Position = 0;

  constructor(
    private readonly bus: Pick<EventBus, 'publish'>,
    private readonly store: Pick<EventStore, 'head' | 'subscribe'>,
    private readonly retryMilliseconds = 1_000,
  ) {}

  /** Position of the newest event that was published, or of the log's head at the start. */
  get last(): Position {
    return this.#last;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.#last = (await this.store.head()).position;
    this.#publishing = this.#follow();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#publishing;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        for await (const item of this.store.subscribe({ after: this.#last, signal })) {
          if (!('event' in item)) continue;
          this.#last = item.event.position;
          this.bus.publish(new EventStored(item.event));
        }
      } catch (error) {
        // A fault of the machine passes; the subscription then goes on after the last event, so none is lost or doubled.
        if (!(error instanceof StoreFault) || error.kind === 'closed') throw error;
        await pause(this.retryMilliseconds);
      }
    }
  }
}
