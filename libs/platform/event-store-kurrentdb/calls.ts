import type { Client, Connection } from './client.js';
import { faultOf, isPassing } from './faults.js';
import { NoAnswer, Pauses, withinPatience, type Patience } from './patience.js';

type Call<T> = (client: Client, alive: () => void) => Promise<T>;

/** Every call to the server goes through here: each has a timer of ours, and none waits for ever. */
export class Calls {
  readonly #connection: Connection;
  readonly #shown: string;
  readonly patience: Patience;
  readonly #closed = new AbortController();

  constructor(connection: Connection, shown: string, patience: Patience) {
    this.#connection = connection;
    this.#shown = shown;
    this.patience = patience;
  }

  /** One attempt. What it fails with is the client's own error; a connection that does not answer is given up. */
  async once<T>(call: Call<T>): Promise<T> {
    const { client } = this.#connection;
    try {
      return await withinPatience(this.patience.answerMilliseconds, (alive) => call(client, alive));
    } catch (error) {
      if (error instanceof NoAnswer) this.#connection.renew(client);
      throw error;
    }
  }

  /** For what may be repeated: tried again until the server has been away for too long. Throws StoreFault. */
  async untilAnswered<T>(what: string, call: Call<T>): Promise<T> {
    try {
      return await this.whilePassing(() => this.once(call));
    } catch (error) {
      throw this.faultOf(what, error);
    }
  }

  /** Tries again, after growing pauses, what fails in passing. */
  async whilePassing<T>(attempt: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const pauses = new Pauses(this.patience);
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        const isGivenUp = this.#closed.signal.aborted || performance.now() - began > this.patience.outageMilliseconds;
        if (isGivenUp || !isPassing(error)) throw error;
        await pauses.pause(this.#closed.signal);
      }
    }
  }

  /** Nothing is tried again from now on. */
  close(): void {
    this.#closed.abort();
  }

  faultOf(what: string, error: unknown): unknown {
    return faultOf(this.#shown, what, error);
  }
}
