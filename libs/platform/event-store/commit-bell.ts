import { StoreFault, type Position } from './port.js';

interface Sleeper {
  readonly past: Position;
  readonly wake: (fault?: StoreFault) => void;
}

/** How to notice what other processes append. */
export interface HeadPoll {
  readonly everyMilliseconds: number;
  head(): Position | Promise<Position>;
}

/** Wakes those who wait for the log to grow: rung after each commit here, and by a poll for other processes. */
export class CommitBell {
  readonly #sleepers = new Set<Sleeper>();
  readonly #poll: HeadPoll | undefined;
  #timer: NodeJS.Timeout | undefined;
  #head: Position = 0;
  #closed: StoreFault | undefined;

  constructor(poll?: HeadPoll) {
    this.#poll = poll;
  }

  /** What is no position is not heard: it would make the bell deaf to all that come after. */
  ring(head: Position): void {
    if (!Number.isSafeInteger(head)) return;
    this.#head = Math.max(this.#head, head);
    for (const sleeper of this.#sleepers) if (this.#head > sleeper.past) sleeper.wake();
  }

  /** Resolves once something lies past the position, at once if it already does, or when the signal aborts. */
  grown(past: Position, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#closed !== undefined) return reject(this.#closed);
      if (signal.aborted || this.#head > past) return resolve();
      const wake = (fault?: StoreFault): void => {
        signal.removeEventListener('abort', onAbort);
        this.#sleepers.delete(sleeper);
        this.#keepTime();
        if (fault === undefined) resolve();
        else reject(fault);
      };
      const onAbort = (): void => wake();
      const sleeper: Sleeper = { past, wake };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#sleepers.add(sleeper);
      this.#keepTime();
    });
  }

  close(): void {
    this.#closed = new StoreFault('closed', 'The log was closed while someone was following it');
    for (const sleeper of this.#sleepers) sleeper.wake(this.#closed);
  }

  /** The poll runs only while somebody waits. */
  #keepTime(): void {
    const poll = this.#poll;
    if (this.#sleepers.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else if (poll !== undefined) {
      this.#timer ??= setInterval(() => void this.#look(poll), poll.everyMilliseconds);
    }
  }

  async #look(poll: HeadPoll): Promise<void> {
    try {
      this.ring(await poll.head());
    } catch (cause) {
      const fault = cause instanceof StoreFault ? cause : new StoreFault('unreachable', 'The log could not be read', { cause });
      for (const sleeper of this.#sleepers) sleeper.wake(fault);
    }
  }
}
