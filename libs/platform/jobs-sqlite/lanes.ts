import type { Clock } from '#platform/event-store';
import { CannotSucceed, steadyProgress, type Handle, type JobInput } from '#platform/jobs';
import type { Holders } from './holders.js';
import type { JobRow } from './job-row.js';
import type { JobTable } from './job-table.js';

/** How many jobs of a lane one process runs at once. */
const atOnce = { short: 4, long: 1 } as const;
/** After the word to stop, a handler has this long to put things down. */
const graceMilliseconds = 2_000;

interface LanesParts {
  readonly table: JobTable;
  readonly holders: Holders;
  readonly clock: Clock;
  readonly handlers: Readonly<Record<string, Handle>>;
  readonly lookMilliseconds: number;
  /** A job came to an end, or to its next try. */
  readonly changed: () => void;
}

/** Takes jobs and runs them until it is drained. */
export class Lanes {
  readonly #running = new Map<string, { readonly lane: string; readonly ended: Promise<void>; readonly stop: AbortController }>();
  readonly #timers: readonly NodeJS.Timeout[];
  readonly #parts: LanesParts;
  #takes = true;
  #trouble: string | undefined;

  constructor(parts: LanesParts) {
    this.#parts = parts;
    const { holders, lookMilliseconds } = parts;
    holders.arrive();
    this.#timers = [setInterval(() => this.look(), lookMilliseconds), setInterval(() => this.#attempt(() => this.#beat()), holders.beatMilliseconds)];
    this.look();
  }

  /** Why the file could not be written last time, if it could not. It is tried again. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** There may be something to do. */
  look(): void {
    if (this.#takes) this.#attempt(() => this.#take());
  }

  #take(): void {
    const { table, holders, clock, handlers } = this.#parts;
    for (const [lane, most] of Object.entries(atOnce)) {
      while ([...this.#running.values()].filter((each) => each.lane === lane).length < most) {
        const row = table.claim(lane, Object.keys(handlers), holders.own, clock.now());
        if (!row) break;
        const stop = new AbortController();
        this.#running.set(row.id, { lane, stop, ended: this.#run(row, stop.signal) });
      }
    }
  }

  async drain(milliseconds: number): Promise<void> {
    const { table, holders } = this.#parts;
    this.#takes = false;
    clearInterval(this.#timers[0]);
    await this.#ended(milliseconds);
    for (const { stop } of this.#running.values()) stop.abort();
    await this.#ended(graceMilliseconds);
    clearInterval(this.#timers[1]);
    table.handBack(holders.own);
    holders.leave();
  }

  async #ended(milliseconds: number): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    await Promise.race([Promise.all([...this.#running.values()].map(({ ended }) => ended)), late]);
    clearTimeout(timer);
  }

  async #run(row: JobRow, signal: AbortSignal): Promise<void> {
    const { table, holders, clock, handlers, changed } = this.#parts;
    const { id, kind, key, offered_at: offeredAt, tries: attempt } = row;
    try {
      const progress = steadyProgress((made) => table.progressed(id, holders.own, made));
      const handle = handlers[kind] as Handle; // only kinds with a handler are claimed
      const report = await handle(JSON.parse(row.input) as JobInput, { id, key, offeredAt, attempt, signal, progress });
      this.#attempt(() => table.done(row, holders.own, report, clock.now()));
    } catch (fault) {
      if (!signal.aborted) this.#attempt(() => table.failed(row, holders.own, fault instanceof Error ? fault.message : String(fault), !(fault instanceof CannotSucceed), clock.now()));
    } finally {
      this.#running.delete(id);
      changed();
      queueMicrotask(() => this.look());
    }
  }

  /** Those that are gone leave their jobs to us; when we were thought gone ourselves, others have ours. */
  #beat(): void {
    const { table, holders, clock } = this.#parts;
    if (!holders.beat()) {
      for (const { stop } of this.#running.values()) stop.abort();
      holders.arrive();
    }
    for (const holder of holders.gone()) {
      table.handBack(holder);
      holders.leave(holder);
    }
    table.handBack(holders.own, [...this.#running.keys()]); // ended, while the file could not be written
    table.forgetOld(clock.now());
  }

  #attempt(step: () => void): void {
    try {
      step();
      this.#trouble = undefined;
    } catch (fault) {
      this.#trouble = fault instanceof Error ? fault.message : String(fault);
    }
  }
}
