import { setTimeout as wait } from 'node:timers/promises';
import { StoreFault, type EventStore } from '#platform/event-store';
import type { CatchingUp } from './catching-up.js';
import type { Lease } from './lease.js';

export interface RunnerParts {
  readonly store: Pick<EventStore, 'head' | 'subscribe'>;
  readonly lease: Lease;
  readonly catchingUp: CatchingUp;
  /** After a fault of the machine or the log, how long until the next try. */
  readonly retryMilliseconds: number;
}

/** Keeps views up to date for as long as it holds the lease, and waits for the lease while another does. */
export class Runner {
  readonly #parts: RunnerParts;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #trouble: string | undefined;
  #holds = false;
  #bell = Promise.withResolvers<void>();

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#running = this.#run();
  }

  /** Whether this is the runner that works. */
  get holds(): boolean {
    return this.#holds;
  }

  /** What keeps it from working, if anything does. It goes on trying. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** Ends after the batch in hand. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { lease, retryMilliseconds } = this.#parts;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        this.#holds = lease.take();
        if (this.#holds) await this.#work();
        else await this.#sleep(lease.beatMilliseconds);
      } catch (error) {
        if (error instanceof StoreFault && error.kind === 'closed') return;
        this.#trouble = error instanceof Error ? error.message : String(error);
        await this.#sleep(retryMilliseconds);
      } finally {
        this.#holds = false;
      }
    }
    lease.release();
  }

  /** Look at once: there may be something to do. */
  wake(): void {
    this.#bell.resolve();
  }

  /** Works until stopped or until the lease is lost. */
  async #work(): Promise<void> {
    const { lease, catchingUp } = this.#parts;
    const done = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, done.signal]);
    const following = this.#follow(signal);
    const heart = setInterval(() => this.#beat(done), lease.beatMilliseconds);
    try {
      while (!signal.aborted) {
        this.#bell = Promise.withResolvers();
        await catchingUp.toHead(signal);
        this.#trouble = undefined;
        await Promise.race([this.#bell.promise, following]);
      }
    } finally {
      clearInterval(heart);
      done.abort();
      await following;
    }
  }

  /** Keeps the lease; gives it up when another has it, or when the file can't be written. */
  #beat(done: AbortController): void {
    const { lease, catchingUp } = this.#parts;
    try {
      if (!lease.beat()) done.abort();
      else if (catchingUp.isAsked) this.wake();
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : String(error);
      done.abort();
    }
  }

  /** No events are asked for, only word that there are some: the views read them for themselves, page by page. */
  async #follow(signal: AbortSignal): Promise<void> {
    const { store } = this.#parts;
    for await (const item of store.subscribe({ after: (await store.head()).position, signal, types: [] })) {
      if ('caughtUp' in item) this.wake();
    }
  }

  async #sleep(milliseconds: number): Promise<void> {
    const { signal } = this.#stop;
    if (!signal.aborted) await Promise.race([wait(milliseconds, undefined, { ref: false }), new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))]);
  }
}
