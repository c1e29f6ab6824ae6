import { UnrecoverableError, WaitingError, Worker } from 'bullmq';
import { CannotSucceed, steadyProgress, waitAfter, type Handle, type JobKind, type Report } from '#platform/jobs';
import { forWaiting } from './connection.js';
import { isOver } from './is-over.js';
import type { Reach } from './reach.js';
import type { Carried, Carrying } from './standing.js';

/** How many jobs of a lane one process runs at once. */
const atOnce = { short: 4, long: 1 } as const;
/** After the word to stop, a handler has this long to put things down. */
const graceMilliseconds = 2_000;
/** A job that ends its worker this often is what ends it: it becomes a dead letter. */
const mostTakeovers = 3;

export interface LaneParts {
  readonly address: string;
  readonly prefix: string;
  readonly lane: 'short' | 'long';
  readonly kinds: readonly JobKind[];
  readonly handlers: Readonly<Record<string, Handle>>;
  /** How long a worker may be silent before its jobs are given to others. */
  readonly leaseMilliseconds: number;
  readonly reach: Reach;
}

/** Takes the jobs of one lane, and runs them until it is drained. */
export class Lane {
  readonly #parts: LaneParts;
  readonly #worker: Worker<Carried, Report>;
  readonly #running = new Map<string, AbortController>();

  constructor(parts: LaneParts) {
    this.#parts = parts;
    const { address, prefix, lane, kinds, leaseMilliseconds, reach } = parts;
    this.#worker = new Worker<Carried, Report>(lane, (job, token) => this.#run(job, token), {
      connection: forWaiting(address), prefix, concurrency: atOnce[lane], lockDuration: leaseMilliseconds, stalledInterval: Math.ceil(leaseMilliseconds / 2), maxStalledCount: mostTakeovers, runRetryDelay: 1_000,
      settings: {
        backoffStrategy: (failures, _type, _error, job) => {
          const kind = kinds.find(({ name }) => name === job?.name);
          return kind ? waitAfter(failures, kind) : 1_000;
        },
      },
    });
    this.#worker.on('error', (fault) => reach.lost(fault));
    this.#worker.on('lockRenewalFailed', (ids: string[]) => ids.forEach((id) => this.#running.get(id)?.abort()));
  }

  async drain(milliseconds: number): Promise<void> {
    const closed = this.#worker.close();
    if (await isOver(closed, milliseconds)) return;
    for (const stop of this.#running.values()) stop.abort();
    // What a handler does not put down, or Redis does not take back, is taken over when the lease is over.
    if (!(await isOver(closed, graceMilliseconds))) await isOver(this.#worker.disconnect(), graceMilliseconds);
  }

  async #run(job: Carrying, token: string | undefined): Promise<Report> {
    const { id = '', name, data, attemptsMade } = job;
    const handle = this.#parts.handlers[name];
    if (!handle) throw new UnrecoverableError(`This version of Tallystick has nothing that does "${name}"`);
    const stop = new AbortController();
    this.#running.set(id, stop);
    let told = Promise.resolve();
    const progress = steadyProgress((made) => void (told = told.then(() => job.updateProgress({ ...made })).catch((fault: unknown) => this.#parts.reach.lost(fault))));
    try {
      const report = await handle(data.input, { id, key: data.key, offeredAt: data.offeredAt, attempt: attemptsMade + 1, signal: stop.signal, progress });
      await told;
      return report;
    } catch (fault) {
      if (stop.signal.aborted) {
        await job.moveToWait(token);
        throw new WaitingError();
      }
      throw fault instanceof CannotSucceed ? new UnrecoverableError(fault.message) : fault;
    } finally {
      this.#running.delete(id);
    }
  }
}
