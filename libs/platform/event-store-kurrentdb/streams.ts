import type { Filter } from '@kurrent/kurrentdb-client';
import type { Calls } from './calls.js';
import type { Client } from './client.js';
import { isMissingStream } from './faults.js';
import type { Incoming, Place } from './stored-form.js';

type Resolved = Awaited<ReturnType<ReturnType<Client['readAll']>['next']>>['value'];

/** What is read of the server: some records of one stream, or of all streams that begin alike. */
export class Streams {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** From a revision on, or from the end backwards; nothing for a stream that does not exist. */
  async records(stream: string, from: number | 'end', count: number): Promise<Incoming[]> {
    return this.#calls.untilAnswered(`read ${stream}`, async (client, alive) => {
      const begin = from === 'end' ? ({ direction: 'backwards', fromRevision: 'end' } as const) : { fromRevision: BigInt(from) };
      try {
        return await collected(client.readStream(stream, { ...begin, maxCount: count, requiresLeader: true }), alive);
      } catch (error) {
        if (isMissingStream(error)) return [];
        throw error;
      }
    });
  }

  /** The record at a revision, if there is one. */
  async at(stream: string, revision: number): Promise<Incoming | undefined> {
    return (await this.records(stream, revision, 1))[0];
  }

  async last(stream: string): Promise<Incoming | undefined> {
    return (await this.records(stream, 'end', 1))[0];
  }

  /** Of $all, from a place on with what is there, those in streams that begin so. */
  async all(place: Place, count: number, prefix: string): Promise<Incoming[]> {
    const filter: Filter = { filterOn: 'streamName', prefixes: [prefix], checkpointInterval: 1 };
    const options = { fromPosition: place, maxCount: count, filter, requiresLeader: true };
    return this.#calls.untilAnswered('read $all', (client, alive) => collected(client.readAll(options), alive));
  }
}

async function collected(records: AsyncIterable<Resolved>, alive: () => void): Promise<Incoming[]> {
  const all: Incoming[] = [];
  for await (const resolved of records) {
    alive();
    if (resolved?.event) all.push(incoming(resolved.event));
  }
  return all;
}

export function incoming({ streamId, revision, id, type, data, metadata, position = { commit: -1n, prepare: -1n } }: ServerRecord): Incoming {
  return { stream: streamId, revision: Number(revision), id, type, data, metadata: (metadata ?? {}) as Record<string, string>, place: position };
}

/** As much as we use of what the client gives. */
interface ServerRecord {
  readonly streamId: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly position?: Place;
}
