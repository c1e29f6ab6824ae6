import { StoreFault, type AppendResult } from './port.js';
import { type PreparedAppend } from './prepare.js';

/** Bounds of one group: enough to share a disk flush among many, small enough that nobody waits long behind it. */
const group = { requests: 256, characters: 4 * 1024 * 1024 };
/** Fewer than this travel together: a flush shared is worth more than two at work side by side. */
const worthSplitting = 16;

interface Waiting {
  readonly request: PreparedAppend;
  resolve(result: AppendResult): void;
  reject(fault: unknown): void;
}

/**
 * Group commit: what arrives while a group is being written waits and goes together in the next. Groups are written one
 * after the other, so appends take effect in call order, and a lone caller waits for nobody. Many callers go in two halves,
 * so that one half is decided while the other is on its way to the disk (0207).
 */
export class AppendQueue {
  readonly #write: (requests: readonly PreparedAppend[]) => Promise<readonly AppendResult[]>;
  readonly #onGroup: ((appends: number) => void) | undefined;
  #waiting: Waiting[] = [];
  #scheduled = false;
  #writing: Promise<void> | undefined;
  #closed = false;
  /** Of the group that is being written. */
  #underWay = 0;
  /** How many call at a time, as far as was seen of late. */
  #callers = 0;

  /** `write` stores a group atomically and answers in order; when it rejects, the whole group was refused. `onGroup` hears how many travel together. */
  constructor(write: (requests: readonly PreparedAppend[]) => Promise<readonly AppendResult[]>, onGroup?: (appends: number) => void) {
    this.#write = write;
    this.#onGroup = onGroup;
  }

  append(request: PreparedAppend): Promise<AppendResult> {
    if (this.#closed) return Promise.reject(new StoreFault('closed', 'The log is closed: nothing more can be appended'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#callers = Math.max(this.#callers, this.#waiting.length + this.#underWay);
      if (this.#writing === undefined && this.#isWorthSending()) this.#writing = this.#flush();
      else this.#schedule();
    });
  }

  /** Refuses what comes, and resolves when what was accepted has been written. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#writing !== undefined || this.#waiting.length > 0) {
      this.#schedule();
      await (this.#writing ?? new Promise(setImmediate));
    }
  }

  /** After the callers that the last group woke have had their say, so that they travel together again. */
  #schedule(): void {
    if (this.#scheduled || this.#writing !== undefined) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#writing === undefined && this.#waiting.length > 0) this.#writing = this.#flush();
    });
  }

  #isWorthSending(): boolean {
    return this.#waiting.length >= Math.max(worthSplitting, this.#callers / 2);
  }

  async #flush(): Promise<void> {
    const jobs = this.#take();
    this.#underWay = jobs.length;
    this.#onGroup?.(jobs.length);
    const tell = await this.#write(jobs.map(({ request }) => request)).then(
      (results) => () => jobs.forEach((job, index) => job.resolve(results[index] as AppendResult)),
      (fault: unknown) => () => jobs.forEach((job) => job.reject(fault)),
    );
    this.#callers = Math.max(this.#waiting.length + this.#underWay, Math.floor(this.#callers * 0.9));
    this.#underWay = 0;
    // The other half leaves before this one is told: what its callers do next takes longer than sending.
    this.#writing = this.#isWorthSending() ? this.#flush() : undefined;
    tell();
    if (this.#waiting.length > 0) this.#schedule();
  }

  #take(): Waiting[] {
    let characters = 0;
    let count = 0;
    for (const { request } of this.#waiting) {
      if (count === group.requests || (count > 0 && characters + request.size > group.characters)) break;
      characters += request.size;
      count++;
    }
    const taken = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    return taken;
  }
}
