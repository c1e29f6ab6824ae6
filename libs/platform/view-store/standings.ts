import { performance } from 'node:perf_hooks';
import type { BuildRow } from './books.js';

/** `undefined`: not yet. */
type Judgement<Answer> = (builds: readonly BuildRow[]) => Answer | undefined;

interface Waiting {
  readonly look: (builds: readonly BuildRow[]) => void;
  readonly fail: (error: unknown) => void;
}

/** How far views have come, looked up once for all who wait, however many they are. */
export class Standings {
  readonly #waiting = new Set<Waiting>();
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;
  #lookAgain = false;

  constructor(
    private readonly builds: () => Promise<readonly BuildRow[]>,
    private readonly everyMilliseconds: number,
  ) {}

  /** What a judge makes of the builds, as soon as it comes to something; `undefined` when the time is up. What a judge throws is told to whoever sent it, and to nobody else. */
  async until<Answer>(judge: Judgement<Answer>, milliseconds: number): Promise<Answer | undefined> {
    const at = performance.now() + milliseconds;
    const { promise, resolve, reject } = Promise.withResolvers<Answer | undefined>();
    const waiting: Waiting = {
      look: (builds) => {
        try {
          const answer = judge(builds);
          if (answer !== undefined || performance.now() >= at) resolve(answer);
        } catch (verdict) {
          reject(verdict as Error);
        }
      },
      fail: reject,
    };
    this.#waiting.add(waiting);
    this.look();
    const timer = setTimeout(() => this.look(), milliseconds + 1);
    this.#timer ??= setInterval(() => this.look(), this.everyMilliseconds);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(waiting);
      this.#rest();
    }
  }

  /** Something may have moved. A look that is under way may have been too early, so there is another after it. */
  look(): void {
    this.#lookAgain = true;
    if (!this.#isLooking) void this.#lookNow();
  }

  async #lookNow(): Promise<void> {
    this.#isLooking = true;
    try {
      while (this.#lookAgain && this.#waiting.size > 0) {
        this.#lookAgain = false;
        const builds = await this.builds();
        for (const waiting of this.#waiting) waiting.look(builds);
      }
    } catch (error) {
      for (const waiting of this.#waiting) waiting.fail(error);
    } finally {
      this.#isLooking = false;
    }
  }

  #rest(): void {
    if (this.#waiting.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
