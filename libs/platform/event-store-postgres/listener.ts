import { type Position } from '#platform/event-store';
import { newClient, type Client } from './client.js';
import { type Place } from './settings.js';

const pause = { first: 250, longest: 10_000 };

/**
 * Hears at once what other processes have appended. Only a hint: a notice that is lost, or a connection that cannot be had,
 * costs no more than the wait for the next poll. So nobody is told of its troubles.
 */
export class Listener {
  readonly #place: Place;
  readonly #heard: (head: Position) => void;
  #client: Client | undefined;
  #again: NodeJS.Timeout | undefined;
  #pause = pause.first;
  #started = false;
  #closed = false;

  constructor(place: Place, heard: (head: Position) => void) {
    this.#place = place;
    this.#heard = heard;
  }

  /** For whoever begins to wait: a process that only appends needs no third connection. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    void this.#listen();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    this.#client?.ref();
    await this.#client?.end();
  }

  async #listen(): Promise<void> {
    const client = newClient(this.#place, 'listen', () => undefined); // 'end' follows
    this.#client = client;
    client.on('notification', ({ payload }) => this.#heard(Number(payload)));
    try {
      await client.connect();
      client.once('end', () => this.#later());
      client.unref();
      await client.query(`LISTEN ${this.#place.schema}`);
      this.#pause = pause.first;
    } catch {
      if (this.#client === client) this.#later();
      await Promise.allSettled([client.end()]); // it may never have begun
    }
  }

  #later(): void {
    this.#client = undefined;
    if (this.#closed) return;
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#listen(), this.#pause).unref();
    this.#pause = Math.min(this.#pause * 2, pause.longest);
  }
}
