import { type Position } from '#platform/event-store';
import { newClient, type Client } from './client.js';
import { type Place } from './settings.js';

const pause = { first: 250, longest: 10_000 };
/** No commit brings more events than this. Who says so is not ours: any role of the database may send a notice. */
const longestStep = 1_000_000;

/**
 * Hears at once what other processes have appended. Only a hint: a notice that is lost or not believed, or a connection that
 * cannot be had, costs no more than the wait for the next poll. So nobody is told of its troubles.
 */
export class Listener {
  readonly #place: Place;
  readonly #heard: (head: Position) => void;
  #client: Client | undefined;
  #last: Position = 0;
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
    if (this.#started || this.#closed) return;
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
    client.on('notification', ({ payload }) => this.#hear(payload));
    try {
      await client.connect();
      client.once('end', () => this.#later());
      client.unref();
      await client.query(`LISTEN ${this.#place.schema}`);
      const { rows: [head] } = await client.query<{ position: Position }>(`SELECT coalesce(max(position), 0) AS position FROM ${this.#place.schema}.events`);
      this.#heard((this.#last = head?.position ?? 0)); // what came while nobody listened
      this.#pause = pause.first;
    } catch {
      if (this.#client === client) this.#later();
      await Promise.allSettled([client.end()]); // it may never have begun
    }
  }

  #hear(payload: string | undefined): void {
    const head = /^\d{1,16}$/.test(payload ?? '') ? Number(payload) : 0;
    if (head <= this.#last || head > this.#last + longestStep) return;
    this.#heard((this.#last = head));
  }

  #later(): void {
    this.#client = undefined;
    if (this.#closed) return;
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#listen(), this.#pause).unref();
    this.#pause = Math.min(this.#pause * 2, pause.longest);
  }
}
