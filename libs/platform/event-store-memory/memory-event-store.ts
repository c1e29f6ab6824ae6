import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import {
  arrivalOf, CommitBell, follow, lastAtOrBefore, mustBeInstant, mustBePage, plainCodec, prepare, StoreFault, systemClock, wholeRange,
  type AppendRequest, type AppendResult, type ArrivingRecord, type Clock, type Codec, type EventStore, type LogHead, type LogPage, type Position,
  type RecordedEvent, type StoredRecord, type StreamRange, type StreamSlice, type SubscriptionItem, type Version,
} from '#platform/event-store';
import { MemoryLog } from './memory-log.js';

export interface MemoryStoreOptions {
  readonly codec?: Codec;
  readonly clock?: Clock;
  /** A log to open again, as a file would be. */
  readonly log?: MemoryLog;
}

/** The log of fast tests: the same laws and the same bytes, gone with the process. */
export const openMemoryEventStore = (options: MemoryStoreOptions = {}): EventStore => new MemoryEventStore(options);

class MemoryEventStore implements EventStore {
  readonly distance = 'near';
  readonly #log: MemoryLog;
  readonly #codec: Codec;
  readonly #clock: Clock;
  readonly #bell: CommitBell;
  #closed = false;

  constructor({ codec = plainCodec, clock = systemClock, log = new MemoryLog() }: MemoryStoreOptions) {
    this.#log = log;
    this.#codec = codec;
    this.#clock = clock;
    this.#bell = new CommitBell({ everyMilliseconds: 50, head: () => log.head() }); // another store over the same log
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    this.#mustBeOpen();
    const result = this.#log.append(prepare(request), this.#clock);
    this.#bell.ring(this.#log.head());
    return result;
  }

  async readStream(stream: string, range: StreamRange = {}): Promise<StreamSlice> {
    this.#mustBeOpen();
    const { from, to, limit, backwards } = wholeRange(range);
    const positions = this.#log.streams.get(stream) ?? [];
    const inRange = positions.slice(from - 1, Math.min(to, positions.length));
    const wanted = (backwards ? inRange.reverse() : inRange).slice(0, limit);
    return { version: positions.length, events: wanted.map((position) => this.#decoded(this.#log.at(position) as ArrivingRecord)) };
  }

  async versionsOf(streams: readonly string[]): Promise<ReadonlyMap<string, Version>> {
    this.#mustBeOpen();
    return new Map(streams.map((stream) => [stream, this.#log.versionOf(stream)]));
  }

  async readAll({ after, limit, types }: { after: Position; limit: number; types?: readonly string[] }): Promise<LogPage> {
    this.#mustBeOpen();
    mustBePage({ after, limit }, this.#log.head());
    const events: RecordedEvent[] = [];
    let next = after;
    while (next < this.#log.head() && events.length < limit) {
      const record = this.#log.at(++next) as ArrivingRecord;
      if (types === undefined || types.includes(record.filed.type)) events.push(this.#decoded(record));
    }
    return { events, next, caughtUp: next === this.#log.head() };
  }

  async readRecords({ after, limit }: { after: Position; limit: number }): Promise<readonly StoredRecord[]> {
    this.#mustBeOpen();
    mustBePage({ after, limit }, this.#log.head());
    return this.#log.records.slice(after, after + limit);
  }

  async findEvent(id: string): Promise<RecordedEvent | undefined> {
    this.#mustBeOpen();
    const record = this.#log.find(id);
    return record && this.#decoded(record);
  }

  async head(): Promise<LogHead> {
    this.#mustBeOpen();
    const last = this.#log.records.at(-1);
    return last === undefined ? { position: 0 } : { position: last.position, recordedAt: last.filed.recordedAt };
  }

  async positionKnownAt(instant: string): Promise<Position> {
    this.#mustBeOpen();
    mustBeInstant(instant);
    return lastAtOrBefore(instant, this.#log.head(), (position) => (this.#log.at(position) as ArrivingRecord).filed.recordedAt);
  }

  subscribe(range: { after: Position; signal: AbortSignal; types?: readonly string[] }): AsyncIterable<SubscriptionItem> {
    return follow({ readAll: (page) => this.readAll(page), grown: (past, signal) => this.#bell.grown(past, signal) }, range);
  }

  async receive(records: readonly StoredRecord[]): Promise<void> {
    this.#mustBeOpen();
    const arrival = arrivalOf(records);
    if (arrival === undefined) return;
    this.#log.receive(arrival);
    this.#bell.ring(this.#log.head());
  }

  /** One record a line: enough to look at, and to compare. */
  async backup(toFile: string): Promise<void> {
    this.#mustBeOpen();
    if (existsSync(toFile)) throw new StoreFault('invalid', `${toFile} is already there: a backup never replaces a file`);
    await writeFile(toFile, this.#log.records.map(({ record }) => `${record}\n`).join(''), { flag: 'wx' });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#bell.close();
  }

  #decoded({ position, record }: ArrivingRecord): RecordedEvent {
    return this.#codec.decode(position, record);
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreFault('closed', 'The log is closed: nothing more can be read or appended');
  }
}
