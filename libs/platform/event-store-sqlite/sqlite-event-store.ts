import {
  AppendQueue, arrivalOf, CommitBell, follow, lastAtOrBefore, mustBeInstant, plainCodec, prepare, StoreFault, systemClock, wholeRange,
  type AppendRequest, type AppendResult, type Clock, type Codec, type EventStore, type LogHead, type LogPage, type Position,
  type RecordedEvent, type StoredRecord, type StreamRange, type StreamSlice, type SubscriptionItem, type Version,
} from '#platform/event-store';
import { backup } from './backup.js';
import { withFaults } from './faults.js';
import { migrate } from './migrate.js';
import { Reader } from './reader.js';
import { type Filed } from './statements.js';
import { Writer } from './writer.js';

export interface SqliteStoreOptions {
  readonly file: string;
  readonly codec?: Codec;
  readonly clock?: Clock;
  /** How long an append waits for another process that writes. */
  readonly busyMilliseconds?: number;
  /** Pages in the write-ahead log before they are copied back into the file. */
  readonly checkpointPages?: number;
  /** A ceiling for the file in pages. Appends above it fail as on a full disk. */
  readonly maxPages?: number;
  /** Hears how many appends travel in one write. */
  readonly onGroup?: (appends: number) => void;
}

/** Opens a log in a file, and makes it if it is not there. */
export async function openSqliteEventStore(options: SqliteStoreOptions): Promise<EventStore> {
  const { file, codec = plainCodec, clock = systemClock, busyMilliseconds = 5_000, checkpointPages = 1_000, maxPages, onGroup } = options;
  withFaults(file, () => migrate(file, busyMilliseconds));
  const reader = new Reader(file, busyMilliseconds);
  const bell = new CommitBell({ everyMilliseconds: 250, head: () => reader.head() });
  const settings = { file, busyMilliseconds, checkpointPages, ...(maxPages === undefined ? {} : { maxPages }) };
  const writer = await Writer.start(settings, clock, (head) => bell.ring(head)).catch((fault: unknown) => {
    reader.close();
    throw fault;
  });
  return new SqliteEventStore(file, reader, writer, bell, codec, onGroup);
}

class SqliteEventStore implements EventStore {
  readonly distance = 'near';
  readonly #file: string;
  readonly #reader: Reader;
  readonly #writer: Writer;
  readonly #bell: CommitBell;
  readonly #codec: Codec;
  readonly #queue: AppendQueue;
  #closed: Promise<void> | undefined;

  constructor(file: string, reader: Reader, writer: Writer, bell: CommitBell, codec: Codec, onGroup?: (appends: number) => void) {
    this.#file = file;
    this.#reader = reader;
    this.#writer = writer;
    this.#bell = bell;
    this.#codec = codec;
    this.#queue = new AppendQueue((requests) => writer.write(requests), onGroup);
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    this.#mustBeOpen();
    return this.#queue.append(prepare(request));
  }

  async readStream(stream: string, range: StreamRange = {}): Promise<StreamSlice> {
    this.#mustBeOpen();
    const whole = wholeRange(range);
    const { version, rows } = this.#reader.stream(stream, whole);
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
    return this.#reader.versionsOf(streams);
  }

  async readAll(range: { after: Position; limit: number; types?: readonly string[] }): Promise<LogPage> {
    this.#mustBeOpen();
    const { rows, next, caughtUp } = this.#reader.page(range);
    return { events: rows.map((row) => this.#decoded(row)), next, caughtUp };
  }

  async readRecords(range: { after: Position; limit: number }): Promise<readonly StoredRecord[]> {
    this.#mustBeOpen();
    return this.#reader.records(range);
  }

  async findEvent(id: string): Promise<RecordedEvent | undefined> {
    this.#mustBeOpen();
    const row = this.#reader.byId(id);
    return row && this.#decoded(row);
  }

  async head(): Promise<LogHead> {
    this.#mustBeOpen();
    return this.#reader.last();
  }

  async positionKnownAt(instant: string): Promise<Position> {
    this.#mustBeOpen();
    mustBeInstant(instant);
    return lastAtOrBefore(instant, this.#reader.head(), (position) => this.#reader.recordedAt(position));
  }

  subscribe(range: { after: Position; signal: AbortSignal; types?: readonly string[] }): AsyncIterable<SubscriptionItem> {
    return follow({ readAll: (page) => this.readAll(page), grown: (past, signal) => this.#bell.grown(past, signal) }, range);
  }

  async receive(records: readonly StoredRecord[]): Promise<void> {
    this.#mustBeOpen();
    const arrival = arrivalOf(records);
    if (arrival !== undefined) await this.#writer.receive(arrival);
  }

  async backup(toFile: string): Promise<void> {
    this.#mustBeOpen();
    await backup({ file: this.#file, toFile });
  }

  close(): Promise<void> {
    return (this.#closed ??= this.#shut());
  }

  async #shut(): Promise<void> {
    await this.#queue.close();
    this.#bell.close();
    this.#reader.close(); // first, so that the writer can empty the write-ahead log into the file
    await this.#writer.close();
  }

  #decoded({ position, record }: Filed): RecordedEvent {
    return this.#codec.decode(position, record);
  }

  #mustBeOpen(): void {
    if (this.#closed !== undefined) throw new StoreFault('closed', 'The log is closed: nothing more can be read or appended');
  }
}
