import type { Stopped } from './stopped.js';

/** Steps on their way to the disk: a bounded number of them, and the earliest that failed. */
export class InFlight {
  readonly #landings = new Set<Promise<void>>();
  #failed: { readonly index: number; readonly stopped: Stopped } | undefined;

  constructor(private readonly window: number) {}

  get failed(): Stopped | undefined {
    return this.#failed?.stopped;
  }

  fail(index: number, stopped: Stopped): void {
    if (!this.#failed || index < this.#failed.index) this.#failed = { index, stopped };
  }

  /** Waits while there are as many as may be. */
  async add(landing: Promise<void>): Promise<void> {
    const kept = landing.finally(() => this.#landings.delete(kept));
    this.#landings.add(kept);
    if (this.#landings.size >= this.window) await Promise.race(this.#landings);
  }

  async landed(): Promise<void> {
    await Promise.all(this.#landings);
  }
}
