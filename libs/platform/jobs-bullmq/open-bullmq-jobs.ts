import { createHash } from 'node:crypto';
import { Queue } from 'bullmq';
import { systemClock, type Clock } from '#platform/event-store';
import { jobIdOf, JobsAway, kindIn, kindNamed, type Job, type JobKind, type Jobs, type JobStanding, type JobState, type Offered, type Report } from '#platform/jobs';
import { forAsking } from './connection.js';
import { ended } from './is-over.js';
import { Lane } from './lane.js';
import { Reach } from './reach.js';
import { placesOf, standingOf, stateAt, type Carried, type Carrying } from './standing.js';
import { Watching } from './watching.js';

export interface BullmqJobsOptions {
  /** redis://… */
  readonly address: string;
  /** Tells installations apart that share a Redis: the log's origin and the id of its first event. */
  readonly of: string;
  readonly kinds: readonly JobKind[];
  readonly clock?: Clock;
  /** How long a worker may be silent before its jobs are given to others. */
  readonly leaseMilliseconds?: number;
}

const secondsADay = 86_400;
const deadLettersDays = 90;
/** Clocks of two machines may differ by this much without anybody having put one back. */
const skewMilliseconds = 60_000;
const lanes = ['short', 'long'] as const;
const everyState: readonly JobState[] = ['waiting', 'later', 'running', 'done', 'failed', 'dismissed'];

/** Jobs of many machines, in Redis. It connects in the background: a Redis that is away is a trouble and not a reason not to start. */
export class BullmqJobs implements Jobs {
  readonly kinds: readonly JobKind[];
  readonly #options: Required<BullmqJobsOptions>;
  readonly #prefix: string;
  readonly #reach = new Reach();
  readonly #queues: Readonly<Record<'short' | 'long', Queue<Carried, Report>>>;
  readonly #watching: Watching;
  #working: readonly Lane[] | undefined;

  constructor(options: BullmqJobsOptions) {
    this.#options = { clock: systemClock, leaseMilliseconds: 15_000, ...options };
    this.kinds = options.kinds;
    this.#prefix = `{tallystick-${createHash('sha256').update(options.of).digest('hex').slice(0, 16)}}`;
    const queue = (lane: string): Queue<Carried, Report> => {
      const opened = new Queue<Carried, Report>(lane, { connection: forAsking(options.address), prefix: this.#prefix });
      opened.on('error', (fault) => this.#reach.lost(fault));
      return opened;
    };
    this.#queues = { short: queue('short'), long: queue('long') };
    this.#watching = new Watching({ address: options.address, prefix: this.#prefix, lanes, find: (id) => this.find(id), reach: this.#reach });
  }

  async offer(job: Job): Promise<Offered> {
    const kind = kindNamed(this.kinds, job.kind);
    try {
      return await this.#reach.asking(() => this.#take(job, kind));
    } catch (fault) {
      if (fault instanceof JobsAway) return { outcome: 'away', trouble: fault.message };
      throw fault;
    }
  }

  async find(id: string): Promise<JobStanding | undefined> {
    const queue = this.#queueOf(id);
    return queue && this.#reach.asking(() => standingIn(queue, id));
  }

  async list({ states = everyState, kind, limit = 200 }: { readonly states?: readonly JobState[]; readonly kind?: string; readonly limit?: number } = {}): Promise<readonly JobStanding[]> {
    const places = [...new Set(states.map((state) => placesOf[state]))];
    const pages = lanes.flatMap((lane) => places.map(async (place) => {
      const jobs = await this.#queues[lane].getJobs([place], 0, 999);
      // Between the list and the reading of it a job may have gone.
      return jobs.filter(Boolean).flatMap((job) => {
        const state = stateAt(place, job);
        return state && states.includes(state) && (kind === undefined || job.name === kind) ? [standingOf(job, state)] : [];
      });
    }));
    const found = (await this.#reach.asking(() => Promise.all(pages))).flat();
    const at = ({ finishedAt, offeredAt }: JobStanding): string => finishedAt ?? offeredAt;
    return found.sort((a, b) => (at(a) < at(b) ? 1 : -1)).slice(0, limit);
  }

  async status() {
    const counts = { waiting: 0, later: 0, running: 0, failed: 0 };
    let oldest = Infinity;
    try {
      await this.#reach.asking(async () => {
        for (const lane of lanes) {
          const { wait = 0, delayed = 0, active = 0, failed = 0 } = await this.#queues[lane].getJobCounts('wait', 'delayed', 'active', 'failed');
          const dismissed = failed === 0 ? [] : (await this.#queues[lane].getJobs(['failed'], 0, 999)).filter((job) => job?.data.dismissedAt !== undefined);
          counts.waiting += wait;
          counts.later += delayed;
          counts.running += active;
          counts.failed += failed - dismissed.length;
          const [first] = wait === 0 ? [] : await this.#queues[lane].getJobs(['wait'], 0, 0, true);
          if (first) oldest = Math.min(oldest, first.timestamp + first.delay);
        }
      });
    } catch (fault) {
      if (!(fault instanceof JobsAway)) throw fault;
    }
    const { trouble } = this.#reach;
    return { counts, oldestWaitingMilliseconds: oldest === Infinity ? 0 : Math.max(0, Date.parse(systemClock.now()) - oldest), ...(trouble === undefined ? {} : { trouble }) };
  }

  replay(id: string): Promise<boolean> {
    return this.#withDeadLetter(id, ['failed', 'dismissed'], async (job) => {
      const { dismissedAt: _, ...data } = job.data;
      await job.updateData(data);
      await job.retry('failed', { resetAttemptsMade: true });
    });
  }

  dismiss(id: string): Promise<boolean> {
    return this.#withDeadLetter(id, ['failed'], (job) => job.updateData({ ...job.data, dismissedAt: this.#options.clock.now() }));
  }

  watch(listener: (standing: JobStanding) => void): () => void {
    return this.#watching.add(listener);
  }

  work(handlers: Parameters<Jobs['work']>[0]): void {
    if (this.#working) throw new Error('This process works on jobs already');
    const { address, kinds, leaseMilliseconds } = this.#options;
    this.#working = lanes.map((lane) => new Lane({ address, prefix: this.#prefix, lane, kinds, handlers, leaseMilliseconds, reach: this.#reach }));
  }

  async drain(milliseconds: number): Promise<void> {
    await Promise.all((this.#working ?? []).map((lane) => lane.drain(milliseconds)));
    this.#working = undefined;
  }

  async close(): Promise<void> {
    await this.drain(0);
    await this.#watching.close();
    await Promise.all(lanes.map((lane) => ended(this.#queues[lane])));
  }

  async #take({ key, input = {}, notBefore }: Job, { name, lane, tries, rememberedDays }: JobKind): Promise<Offered> {
    const id = jobIdOf(name, key);
    const queue = this.#queues[lane];
    const known = await queue.getJob(id);
    const state = known && stateAt(await known.getState(), known);
    if (known && state && !(state === 'done' && rememberedDays === 0)) {
      if (state === 'later' && this.#isHeldByAClock(known)) await known.promote();
      return { outcome: 'known', id, state };
    }
    if (known) await known.remove();
    const offeredAt = this.#options.clock.now();
    const delay = notBefore === undefined ? 0 : Math.max(0, Date.parse(notBefore) - Date.parse(offeredAt));
    await queue.add(name, { key, input, offeredAt, ...(notBefore === undefined ? {} : { notBefore }) }, {
      jobId: id, delay, attempts: tries, backoff: { type: 'longer and longer' },
      removeOnComplete: { age: Math.max(1, rememberedDays) * secondsADay }, removeOnFail: { age: deadLettersDays * secondsADay },
    });
    return { outcome: 'taken', id };
  }

  /** A clock that was put back since a try failed would hold the next one up until it has come there again. */
  #isHeldByAClock({ processedOn, attemptsMade, data }: Carrying): boolean {
    const now = this.#options.clock.now();
    return attemptsMade > 0 && (processedOn ?? 0) > Date.parse(now) + skewMilliseconds && (data.notBefore ?? '') <= now;
  }

  #queueOf(id: string): Queue<Carried, Report> | undefined {
    const kind = this.kinds.find(({ name }) => name === kindIn(id));
    return kind && this.#queues[kind.lane];
  }

  async #withDeadLetter(id: string, states: readonly JobState[], change: (job: Carrying) => Promise<void>): Promise<boolean> {
    const queue = this.#queueOf(id);
    if (!queue) return false;
    return this.#reach.asking(async () => {
      const job = await queue.getJob(id);
      const state = job && stateAt(await job.getState(), job);
      if (!state || !states.includes(state)) return false;
      await change(job);
      return true;
    });
  }
}

/** A job goes on while it is read: what is told of it belongs together only if it was at one place before and after. */
async function standingIn(queue: Queue<Carried, Report>, id: string): Promise<JobStanding | undefined> {
  for (let before = await queue.getJobState(id); ; ) {
    const job = await queue.getJob(id);
    const after = await queue.getJobState(id);
    if (before === after) {
      const state = job && stateAt(after, job);
      return state && standingOf(job, state);
    }
    before = after;
  }
}

export const openBullmqJobs = (options: BullmqJobsOptions): Jobs => new BullmqJobs(options);
