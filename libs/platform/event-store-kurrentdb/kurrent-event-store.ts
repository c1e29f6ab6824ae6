import {
  AppendQueue, CommitBell, follow, mustBeInstant, plainCodec, prepare, StoreFault, systemClock, wholeRange,
  type AppendRequest, type AppendResult, type Clock, type Codec, type EventStore, type LogHead, type LogPage, type Position, type RecordedEvent,
  type StoredRecord, type StreamRange, type StreamSlice, type SubscriptionItem, type Version,
} from '#platform/event-store';
import { copyToFile } from '#platform/event-store-sqlite';
import { parseAddress } from './address.js';
import { Batches } from './batches.js';
import { Calls } from './calls.js';
import { Connection, loadClient } from './client.js';
import { Listening } from './listening.js';
import { Lookups } from './lookups.js';
import { mustBeFit } from './fitness.js';
import { namesOf } from './names.js';
import { usualPatience, type Patience } from './patience.js';
import { Reader } from './reader.js';
import { Streams } from './streams.js';
import { Writer } from './writer.js';

export interface KurrentStoreOptions {
  /** As in `kurrentdb://user:password@host:2113?tls=true&log=tallystick`. */
  readonly address: string;
  readonly codec?: Codec;
  readonly clock?: Clock;
  readonly patience?: Partial<Patience>;
  /** Hears how many appends travel in one write. */
  readonly onGroup?: (appends: number) => void;
}

/** How often a follower looks for itself, in case the server does not tell it. */
const lookMilliseconds = 1_000;

/** Opens a log in a KurrentDB, and makes it with its first append. Throws StoreFault, also when the server is too old. */
export async function openKurrentEventStore(options: KurrentStoreOptions): Promise<EventStore> {
  const { codec = plainCodec, clock = systemClock, patience: given, onGroup } = options;
  const address = parseAddress(options.address);
  const names = namesOf(address.log);
  const patience = { ...usualPatience, ...given };
  const connection = new Connection(await loadClient(), address);
  const calls = new Calls(connection, address.shown, patience);
  const streams = new Streams(calls);
  const batches = new Batches(streams, names);
  const lookups = new Lookups(streams, names);
  try {
    await mustBeFit(calls, address.shown);
    const head = sharedLook(async () => (await batches.head()).position);
    const bell = new CommitBell({ everyMilliseconds: lookMilliseconds, head });
    const writer = new Writer({ calls, batches, lookups, names, clock, onCommit: (position) => bell.ring(position) });
    const reader = new Reader({ streams, batches, lookups, names, decode: (position, record) => codec.decode(position, record) });
    const onBegun = (): void => void head().then((position) => bell.ring(position), () => undefined); // the next look tells, or fails aloud
    const listening = new Listening({ connection, names, patience, onBatch: (position) => bell.ring(position), onBegun });
    return new KurrentEventStore({ connection, calls, batches, lookups, bell, writer, reader, listening }, onGroup);
  } catch (fault) {
    await connection.close();
    throw fault;
  }
}

/** Of many who look at once, one does; a look takes long while the server is away. */
function sharedLook<T>(look: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => (underWay ??= look().finally(() => (underWay = undefined)));
}

interface StoreParts {
  readonly connection: Connection;
  readonly calls: Calls;
  readonly batches: Batches;
  readonly lookups: Lookups;
  readonly bell: CommitBell;
  readonly writer: Writer;
  readonly reader: Reader;
  readonly listening: Listening;
}

class KurrentEventStore implements EventStore {
  readonly distance = 'far';
  readonly #parts: StoreParts;
  readonly #queue: AppendQueue;
  #closed: Promise<void> | undefined;

  constructor(parts: StoreParts, onGroup?: (appends: number) => void) {
    this.#parts = parts;
    this.#queue = new AppendQueue((requests) => parts.writer.write(requests), onGroup);
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    this.#mustBeOpen();
    return this.#queue.append(prepare(request));
  }

  async readStream(stream: string, range: StreamRange = {}): Promise<StreamSlice> {
    this.#mustBeOpen();
    return this.#parts.reader.stream(stream, wholeRange(range));
  }

  async versionsOf(streams: readonly string[]): Promise<ReadonlyMap<string, Version>> {
    this.#mustBeOpen();
    return this.#parts.writer.versionsOf(streams);
  }

  async readAll(range: { after: Position; limit: number; types?: readonly string[] }): Promise<LogPage> {
    this.#mustBeOpen();
    return this.#parts.reader.page(range);
  }

  async readRecords(range: { after: Position; limit: number }): Promise<readonly StoredRecord[]> {
    this.#mustBeOpen();
    return this.#parts.reader.records(range);
  }

  async findEvent(id: string): Promise<RecordedEvent | undefined> {
    this.#mustBeOpen();
    const found = await this.#parts.lookups.event(id);
    return found && this.#parts.reader.decoded(found);
  }

  async head(): Promise<LogHead> {
    this.#mustBeOpen();
    return this.#parts.batches.head();
  }

  async positionKnownAt(instant: string): Promise<Position> {
    this.#mustBeOpen();
    mustBeInstant(instant);
    return this.#parts.batches.knownAt(instant);
  }

  async *subscribe(range: { after: Position; signal: AbortSignal; types?: readonly string[] }): AsyncGenerator<SubscriptionItem, void, undefined> {
    const { bell, listening } = this.#parts;
    listening.join();
    try {
      yield* follow({ readAll: (page) => this.readAll(page), grown: (past, signal) => bell.grown(past, signal) }, range);
    } finally {
      listening.leave();
    }
  }

  async receive(records: readonly StoredRecord[]): Promise<void> {
    this.#mustBeOpen();
    await this.#parts.writer.receive(records);
  }

  async backup(toFile: string): Promise<void> {
    this.#mustBeOpen();
    await copyToFile(this, toFile);
  }

  close(): Promise<void> {
    return (this.#closed ??= this.#shut());
  }

  async #shut(): Promise<void> {
    const { writer, bell, listening, calls, connection } = this.#parts;
    await this.#queue.close();
    await writer.settled();
    calls.close();
    bell.close();
    await listening.close();
    await connection.close();
  }

  #mustBeOpen(): void {
    if (this.#closed !== undefined) throw new StoreFault('closed', 'The log is closed: nothing more can be read or appended');
  }
}
