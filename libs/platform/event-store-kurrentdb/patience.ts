import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

export interface Patience {
  /** How long one call may go without a sign of life, in milliseconds: the client's own deadlines don't reach every call. */
  readonly answerMilliseconds: number;
  /** How long a call is repeated while the server cannot be reached. */
  readonly outageMilliseconds: number;
  readonly firstPauseMilliseconds: number;
  readonly longestPauseMilliseconds: number;
}

export const usualPatience: Patience = { answerMilliseconds: 10_000, outageMilliseconds: 30_000, firstPauseMilliseconds: 20, longestPauseMilliseconds: 2_000 };

/** A call was not answered in time. Whether it was carried out is unknown. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Lets a call run as long as it shows signs of life. What it comes to after that, nobody waits for. */
export async function withinPatience<T>(milliseconds: number, run: (alive: () => void) => Promise<T>): Promise<T> {
  const expired = Promise.withResolvers<never>();
  const timer = setTimeout(() => expired.reject(new NoAnswer(`No answer within ${milliseconds} ms`)), milliseconds);
  try {
    return await Promise.race([run(() => void timer.refresh()), expired.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Pauses that double, each drawn by lot between half of itself and the whole, so that many who wait do not come back at once. */
export class Pauses {
  readonly #patience: Patience;
  #next: number;

  constructor(patience: Patience) {
    this.#patience = patience;
    this.#next = patience.firstPauseMilliseconds;
  }

  next(): number {
    const longest = this.#next;
    this.#next = Math.min(longest * 2, this.#patience.longestPauseMilliseconds);
    return randomInt(Math.ceil(longest / 2), longest + 1);
  }

  async pause(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted !== true) await Promise.race([wait(this.next()), ...(signal === undefined ? [] : [aborted(signal)])]);
  }

  startAgain(): void {
    this.#next = this.#patience.firstPauseMilliseconds;
  }
}

const aborted = (signal: AbortSignal): Promise<void> => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
