import { setTimeout as wait } from 'node:timers/promises';
import { StoreFault, type EventStore } from '#platform/event-store';
import type { CatchingUp } from './catching-up.js';
import type { Leases } from './leases.js';
import type { Leftovers } from './leftovers.js';

export interface RunnerParts {
  readonly store: Pick<EventStore, 'head' | 'subscribe'>;
  readonly leases: Leases;
  readonly catchingUp: CatchingUp;
  readonly leftovers: Leftovers;
  /** After a fault of the machine or the log, how long until the next try. */
  readonly retryMilliseconds: number;
}

/** What a runner does at the same time; each has its own trouble. */
type Duty = 'leases' | 'following' | 'views';

/** Keeps the views up to date that it holds leases of, and waits for leases while others hold them. */
export class Runner {
  readonly #parts: RunnerParts;
  readonly #stop = new AbortController();
  readonly #running: Promise<unknown>;
  readonly #troubles = new Map<Duty, string>();
  #bell = Promise.withResolvers<void>();

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#running = Promise.all([
      this.#again('leases', () => this.#beat()),
      this.#again('following', () => this.#follow()),
      this.#again('views', () => this.#work()),
    ]);
  }

  /** The views that it runs. */
  get runs(): readonly string[] {
    return this.#parts.leases.held;
  }

  /** What keeps it from working, if anything does. It goes on trying. */
  get trouble(): string | undefined {
    return this.#troubles.values().next().value;
  }

  /** Look at once: there may be something to do. */
  wake(): void {
    this.#bell.resolve();
  }

  /** Ends after the batch in hand, and lets others have the views. Where even that fails, they wait for the lease to run out. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.wake();
    await this.#running;
    await this.#parts.leases.release().catch((error: unknown) => this.#note('leases', error));
  }

  /** Until stopped, or until the log is closed. */
  async #again(duty: Duty, once: () => Promise<void>): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        await once();
      } catch (error) {
        if (error instanceof StoreFault && error.kind === 'closed') return;
        this.#note(duty, error);
        await this.#sleep(this.#parts.retryMilliseconds);
      }
    }
  }

  #note(duty: Duty, error: unknown): void {
    this.#troubles.set(duty, error instanceof Error ? error.message : String(error));
  }

  /** Looks at the log each time, too, even when nothing is heard of it: another copy may have been put in its place. */
  async #beat(): Promise<void> {
    const { leases, leftovers, catchingUp } = this.#parts;
    await leases.beat();
    await leftovers.tidy();
    await catchingUp.beginMissing();
    this.wake();
    this.#troubles.delete('leases');
    await this.#sleep(leases.beatMilliseconds);
  }

  /** No events are asked for, only word that there are some: the views read them for themselves, page by page. */
  async #follow(): Promise<void> {
    const { store } = this.#parts;
    const { position } = await store.head();
    for await (const item of store.subscribe({ after: position, signal: this.#stop.signal, types: [] })) {
      this.#troubles.delete('following');
      if ('caughtUp' in item) this.wake();
    }
  }

  async #work(): Promise<void> {
    this.#bell = Promise.withResolvers();
    await this.#parts.catchingUp.toHead(this.#stop.signal);
    this.#troubles.delete('views');
    if (!this.#stop.signal.aborted) await this.#bell.promise;
  }

  async #sleep(milliseconds: number): Promise<void> {
    const { signal } = this.#stop;
    if (!signal.aborted) await Promise.race([wait(milliseconds, undefined, { ref: false }), new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))]);
  }
}
