import type { Position } from '#platform/event-store';
import type { Client, Connection } from './client.js';
import { isRefusal } from './faults.js';
import type { Names } from './names.js';
import { NoAnswer, Pauses, type Patience } from './patience.js';
import { batchIn, type Place } from './stored-form.js';
import { incoming } from './streams.js';

interface ListeningParts {
  readonly connection: Connection;
  readonly names: Names;
  readonly patience: Patience;
  /** The head that a batch brought. */
  readonly onBatch: (head: Position) => void;
  /** The subscription has begun, or begun again: look what was missed. */
  readonly onBegun: () => void;
}

type Subscription = ReturnType<Client['subscribeToAll']>;

/**
 * Hears of batches that any process appends, by a filtered subscription to $all. Nothing is read from it but that there is something:
 * followers read the log page by page, so a subscription that is lost loses nothing. One for all followers, while there are any.
 */
export class Listening {
  readonly #parts: ListeningParts;
  /** The last place that was passed, by a batch or a checkpoint: what was lost goes on from here, and not through all the streams of others. */
  #place: Place | undefined;
  #followers = 0;
  #stop: AbortController | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: ListeningParts) {
    this.#parts = parts;
  }

  join(): void {
    if (this.#followers++ > 0) return;
    const stop = (this.#stop = new AbortController());
    this.#running = this.#running.then(() => this.#run(stop.signal));
  }

  leave(): void {
    if (--this.#followers === 0) this.#stop?.abort();
  }

  /** Resolves when the server has been told. */
  async close(): Promise<void> {
    this.#stop?.abort();
    await this.#running;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const pauses = new Pauses(this.#parts.patience);
    while (!signal.aborted) {
      try {
        await this.#listen(signal, pauses);
      } catch (error) {
        if (isRefusal(error)) return; // asking again would change nothing, and followers look for themselves
      }
      await pauses.pause(signal);
    }
  }

  /** Until the subscription ends, which the server may do without an error, or breaks off, after which the client does not end it. */
  async #listen(signal: AbortSignal, pauses: Pauses): Promise<void> {
    const { connection, names, patience, onBatch, onBegun } = this.#parts;
    const { client } = connection;
    // What this returned or threw would end the subscription in silence, so it does nothing that can fail.
    const checkpointReached = (_: unknown, place: Place): Promise<void> => Promise.resolve(void (this.#place = place));
    const filter = connection.filterByStream({ prefixes: [names.batches], checkpointReached });
    const subscription = client.subscribeToAll({ fromPosition: this.#place ?? 'end', filter });
    const ended = Promise.withResolvers<void>();
    const begins = setTimeout(() => {
      connection.renew(client);
      ended.reject(new NoAnswer('The subscription was not confirmed'));
    }, patience.answerMilliseconds);
    const leave = (): void => ended.resolve();
    signal.addEventListener('abort', leave);
    subscription
      .on('error', ended.reject)
      .on('end', ended.resolve)
      .on('close', ended.resolve)
      .on('confirmation', () => {
        clearTimeout(begins);
        pauses.startAgain();
        onBegun();
      })
      .on('data', ({ event }) => {
        if (event === undefined) return;
        try {
          onBatch(batchIn(incoming(event)).last);
          this.#place = event.position;
        } catch (fault) {
          ended.reject(fault); // not ours to read: followers will find that out, and say it
        }
      });
    try {
      await ended.promise;
    } finally {
      clearTimeout(begins);
      signal.removeEventListener('abort', leave);
      await leaveBehind(subscription, patience);
    }
  }
}

/** Tells the server, if it can be told in time. A late error of a subscription that nobody hears any more must not end the process. */
async function leaveBehind(subscription: Subscription, { firstPauseMilliseconds }: Patience): Promise<void> {
  subscription.removeAllListeners('data').on('error', () => undefined);
  const told = Promise.allSettled([subscription.unsubscribe()]); // one that never came to be, or was lost, cannot be told
  await Promise.race([told, new Promise((resolve) => setTimeout(resolve, firstPauseMilliseconds * 10))]);
  subscription.destroy();
}
