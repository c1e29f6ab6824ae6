import pg from 'pg';
import { newClient, type Client } from './client.js';
import { type Place } from './settings.js';
import type { Witness } from './witness.js';

/** A question by the name under which the server keeps it prepared; its rows come as arrays. */
export interface Question {
  readonly name: string;
  readonly text: string;
}

/** One connection, made when something is asked and made again after it was lost. One question at a time. */
export class Connection {
  readonly #place: Place;
  readonly #name: string;
  readonly #witness: Witness;
  #client: Promise<Client> | undefined;
  #current: Client | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /** A new connection is good for nothing before the witness has looked: it may lead to another server. */
  constructor(place: Place, name: string, witness: Witness) {
    this.#place = place;
    this.#name = name;
    this.#witness = witness;
  }

  /** Rejects with what the driver threw. A connection that did not answer is never used again: its next answer could be to this question. */
  ask<Row>(question: Question, values: readonly unknown[]): Promise<readonly Row[]> {
    const answer = this.#turn.then(() => this.#ask<Row>(question, values));
    this.#turn = Promise.allSettled([answer]); // told to whoever asked, and no matter to the next
    return answer;
  }

  /** After what was asked has been answered. */
  async close(): Promise<void> {
    await this.#turn;
    const client = this.#current;
    this.#current = this.#client = undefined;
    client?.ref(); // or the process may be gone before the server is told
    await client?.end();
  }

  async #ask<Row>({ name, text }: Question, values: readonly unknown[]): Promise<readonly Row[]> {
    const client = await (this.#client ??= this.#open());
    client.ref();
    try {
      const { rows } = await client.query<Row & unknown[]>({ name, text, values: [...values], rowMode: 'array' });
      return rows;
    } catch (problem) {
      if (!(problem instanceof pg.DatabaseError)) this.#letGo(client);
      throw problem;
    } finally {
      client.unref(); // a log that is merely open does not keep the process alive
    }
  }

  async #open(): Promise<Client> {
    const client = newClient(this.#place, this.#name, () => this.#letGo(client)); // whoever asks next opens another, or is told why not
    this.#current = client;
    try {
      await client.connect();
      await this.#witness.mustStand(client, this.#place);
    } catch (problem) {
      this.#letGo(client);
      throw problem;
    }
    return client;
  }

  #letGo(client: Client): void {
    if (this.#current === client) this.#current = this.#client = undefined;
    void Promise.allSettled([client.end()]); // it is lost already
  }
}
