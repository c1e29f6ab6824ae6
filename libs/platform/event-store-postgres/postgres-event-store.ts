import { setTimeout as sleep } from 'node:timers/promises';
import {
  AppendQueue, CommitBell, follow, isStreamName, mustBeInstant, plainCodec, prepare, StoreFault, systemClock, wholeRange,
  type AppendRequest, type AppendResult, type Clock, type Codec, type EventStore, type LogHead, type LogPage, type Position,
  type RecordedEvent, type StoredRecord, type StreamRange, type StreamSlice, type SubscriptionItem, type Version,
} from '#platform/event-store';
import { copyToFile } from '#platform/event-store-sqlite';
import { Listener } from './listener.js';
import { migrate } from './migrate.js';
import { Reader, type Filed } from './reader.js';
import { usualWaits, type Place, type Waits } from './settings.js';
import { Writer } from './writer.js';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly address: string;
  /** Where in the database the log is: small letters, digits and underscores. */
  readonly schema?: string;
  readonly codec?: Codec;
  readonly clock?: Clock;
  readonly waits?: Partial<Waits>;
  /** Hears how many appends travel in one write. */
  readonly onGroup?: (appends: number) => void;
}

const pollMilliseconds = 1_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Opens a log in a PostgreSQL database, and makes it if it is not there. */
export async function openPostgresEventStore(options: PostgresStoreOptions): Promise<EventStore> {
  const { address, schema = 'tallystick_log', codec = plainCodec, clock = systemClock, waits, onGroup } = options;
  const place = { address, schema, waits: { ...usualWaits, ...waits } };
  await migrate(place);
  return new PostgresEventStore(place, codec, clock, onGroup);
}

class PostgresEventStore implements EventStore {
  readonly distance = 'far';
  readonly #reader: Reader;
  readonly #writer: Writer;
  readonly #listener: Listener;
  readonly #bell: CommitBell;
  readonly #codec: Codec;
  readonly #queue: AppendQueue;
  #closed: Promise<void> | undefined;

  constructor(place: Place, codec: Codec, clock: Clock, onGroup?: (appends: number) => void) {
    this.#codec = codec;
    this.#reader = new Reader(place);
    this.#writer = new Writer(place, clock);
    this.#bell = new CommitBell({ everyMilliseconds: pollMilliseconds, head: () => this.#news() });
    this.#listener = new Listener(place, (head) => this.#bell.ring(head));
    this.#queue = new AppendQueue(async (requests) => {
      const { results, head } = await this.#writer.write(requests);
      this.#bell.ring(head);
      return results;
    }, onGroup);
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    this.#mustBeOpen();
    return this.#queue.append(prepare(request));
  }

  async readStream(stream: string, range: StreamRange = {}): Promise<StreamSlice> {
    this.#mustBeOpen();
    const whole = wholeRange(range);
    if (!isStreamName(stream)) return { version: 0, events: [] };
    const { version, rows } = await this.#reader.stream(stream, whole);
    const events = rows.map((row) => this.#decoded(row));
    const first = whole.backwards ? Math.min(whole.to, version) : whole.from;
    events.forEach((event, index) => {
      const due = whole.backwards ? first - index : first + index;
      if (event.stream !== stream || event.version !== due) {
        throw new StoreFault('corrupt', `${stream} lacks its version ${due}. Stop writing, check the log, and restore it from a backup`);
      }
    });
    return { version, events };
  }

  async versionsOf(streams: readonly string[]): Promise<ReadonlyMap<string, Version>> {
    this.#mustBeOpen();
    const known = await this.#reader.versionsOf(streams.filter(isStreamName));
    return new Map(streams.map((stream) => [stream, known.get(stream) ?? 0]));
  }

  async readAll(range: { after: Position; limit: number; types?: readonly string[] }): Promise<LogPage> {
    this.#mustBeOpen();
    const { rows, next, caughtUp } = await this.#reader.page(range);
    return { events: rows.map((row) => this.#decoded(row)), next, caughtUp };
  }

  async readRecords(range: { after: Position; limit: number }): Promise<readonly StoredRecord[]> {
    this.#mustBeOpen();
    return this.#reader.records(range);
  }

  async findEvent(id: string): Promise<RecordedEvent | undefined> {
    this.#mustBeOpen();
    const row = uuid.test(id) ? await this.#reader.byId(id) : undefined;
    return row && this.#decoded(row);
  }

  async head(): Promise<LogHead> {
    this.#mustBeOpen();
    return this.#reader.head();
  }

  async positionKnownAt(instant: string): Promise<Position> {
    this.#mustBeOpen();
    mustBeInstant(instant);
    return this.#reader.positionKnownAt(instant);
  }

  subscribe(range: { after: Position; signal: AbortSignal; types?: readonly string[] }): AsyncIterable<SubscriptionItem> {
    this.#listener.start();
    const { signal } = range;
    return follow({ readAll: (page) => this.#whenItAnswers(signal, page), grown: (past) => this.#bell.grown(past, signal) }, range);
  }

  async receive(records: readonly StoredRecord[]): Promise<void> {
    this.#mustBeOpen();
    const head = await this.#writer.receive(records);
    if (head !== undefined) this.#bell.ring(head);
  }

  async backup(toFile: string): Promise<void> {
    this.#mustBeOpen();
    await copyToFile(this, toFile);
  }

  close(): Promise<void> {
    return (this.#closed ??= this.#shut());
  }

  async #shut(): Promise<void> {
    await this.#queue.close();
    this.#bell.close();
    await Promise.all([this.#listener.close(), this.#reader.close(), this.#writer.close()]);
  }

  /** A log out of reach has no news: who follows it waits, and whoever asks the log itself is told. */
  async #news(): Promise<Position> {
    return this.#reader.head().then(({ position }) => position, (fault: unknown) => {
      if (isOutOfReach(fault)) return 0;
      throw fault;
    });
  }

  /** Who follows the log outlasts a server that is stopped and started: nothing is lost by waiting. */
  async #whenItAnswers(signal: AbortSignal, page: { after: Position; limit: number; types?: readonly string[] }): Promise<LogPage> {
    for (;;) {
      try {
        return await this.readAll(page);
      } catch (fault) {
        if (!isOutOfReach(fault) || signal.aborted) throw fault;
      }
      await Promise.allSettled([sleep(pollMilliseconds, undefined, { signal })]); // aborted: the follower sees to it
    }
  }

  #decoded({ position, record }: Filed): RecordedEvent {
    return this.#codec.decode(position, record);
  }

  #mustBeOpen(): void {
    if (this.#closed !== undefined) throw new StoreFault('closed', 'The log is closed: nothing more can be read or appended');
  }
}

const isOutOfReach = (fault: unknown): boolean => fault instanceof StoreFault && fault.kind === 'unreachable';
