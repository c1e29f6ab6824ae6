import { existsSync } from 'node:fs';
import { arrivalOf } from './arrival.js';
import { follow, type LogFeed } from './follow.js';
import { type LogParts, type RecordAt } from './log-parts.js';
import {
  StoreFault, type AppendRequest, type AppendResult, type EventStore, type LogHead, type LogPage, type Position,
  type RecordedEvent, type StoredRecord, type StreamSlice, type SubscriptionItem, type Version,
} from './port.js';
import { isEventId, prepare } from './prepare.js';
import { mustBeInstant, mustBePage, mustNotLieBeyond, untilHole, wholeRange, type StreamRange } from './reading.js';
import { isStreamName } from './stream-name.js';

interface Range {
  readonly after: Position;
  readonly limit: number;
  readonly types?: readonly string[];
}

/** Rows looked at for one page when only some types are wanted: a rare type must not hold up whoever reads for the whole log. */
const scanned = 1_000;

/** The store over a log: what all adapters refuse, check and promise is said here, and how the log is read and written is theirs. */
export const storeOver = (parts: LogParts): EventStore => new StoreOver(parts);

/** `instanceof Promise ? await` below: an answer that is at hand is not waited for, since every command reads streams. */
class StoreOver implements EventStore {
  readonly distance: EventStore['distance'];
  readonly #parts: LogParts;
  #closed: Promise<void> | undefined;

  constructor(parts: LogParts) {
    this.#parts = parts;
    this.distance = parts.distance;
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    this.#mustBeOpen();
    return this.#parts.writer.append(prepare(request));
  }

  async readStream(stream: string, range: StreamRange = {}): Promise<StreamSlice> {
    this.#mustBeOpen();
    const whole = wholeRange(range);
    if (!isStreamName(stream)) return { version: 0, events: [] };
    const found = this.#parts.reader.stream(stream, whole);
    const { version, rows } = found instanceof Promise ? await found : found;
    const events = rows.map((row) => this.#decoded(row));
    mustBeWhole(stream, whole, version, events);
    return { version, events };
  }

  async versionsOf(streams: readonly string[]): Promise<ReadonlyMap<string, Version>> {
    this.#mustBeOpen();
    const found = this.#parts.reader.versionsOf(streams.filter(isStreamName));
    const known = found instanceof Promise ? await found : found;
    return new Map(streams.map((stream) => [stream, known.get(stream) ?? 0]));
  }

  async readAll({ after, limit, types }: Range): Promise<LogPage> {
    this.#mustBeOpen();
    mustBePage({ after, limit });
    const { reader } = this.#parts;
    const found = types === undefined ? reader.page({ after, limit }) : reader.page({ after, limit: Math.max(limit, scanned) }, types);
    const { head, rows } = found instanceof Promise ? await found : found;
    mustNotLieBeyond(after, head);
    const dense = untilHole(rows, after, head);
    const wanted = dense.filter((row): row is RecordAt => row.record !== null).slice(0, limit);
    const next = (wanted.length === limit ? wanted : dense).at(-1)?.position ?? after;
    return { events: wanted.map((row) => this.#decoded(row)), next, caughtUp: next >= head };
  }

  async readRecords({ after, limit }: Range): Promise<readonly StoredRecord[]> {
    this.#mustBeOpen();
    mustBePage({ after, limit });
    const found = this.#parts.reader.records({ after, limit });
    const { head, rows } = found instanceof Promise ? await found : found;
    mustNotLieBeyond(after, head);
    return untilHole(rows, after, head);
  }

  async findEvent(id: string): Promise<RecordedEvent | undefined> {
    this.#mustBeOpen();
    if (!isEventId(id)) return undefined;
    const found = this.#parts.reader.byId(id);
    const row = found instanceof Promise ? await found : found;
    return row && this.#decoded(row);
  }

  async head(): Promise<LogHead> {
    this.#mustBeOpen();
    return this.#parts.reader.head();
  }

  async positionKnownAt(instant: string): Promise<Position> {
    this.#mustBeOpen();
    mustBeInstant(instant);
    return this.#parts.reader.knownAt(instant);
  }

  subscribe(range: { after: Position; signal: AbortSignal; types?: readonly string[] }): AsyncIterable<SubscriptionItem> {
    const { bell, followers: { joined, left, outlast } = {} } = this.#parts;
    const { signal } = range;
    const readAll: LogFeed['readAll'] = (page) => (outlast === undefined ? this.readAll(page) : outlast(() => this.readAll(page), signal));
    return follow({ readAll, grown: (past) => bell.grown(past, signal), joined, left }, range);
  }

  async receive(records: readonly StoredRecord[]): Promise<void> {
    this.#mustBeOpen();
    const arrival = arrivalOf(records);
    if (arrival !== undefined) await this.#parts.writer.receive(arrival);
  }

  async backup(toFile: string): Promise<void> {
    this.#mustBeOpen();
    if (existsSync(toFile)) throw new StoreFault('invalid', `${toFile} is already there: a backup never replaces a file`);
    await this.#parts.backup(this, toFile);
  }

  close(): Promise<void> {
    return (this.#closed ??= this.#shut());
  }

  async #shut(): Promise<void> {
    await this.#parts.writer.close();
    this.#parts.bell.close();
    await this.#parts.close();
  }

  #decoded({ position, record }: RecordAt): RecordedEvent {
    return this.#parts.codec.decode(position, record);
  }

  #mustBeOpen(): void {
    if (this.#closed !== undefined) throw new StoreFault('closed', 'The log is closed: nothing more can be read or appended');
  }
}

/** Throws StoreFault 'corrupt' unless these are all events of the range, in its order, as far as the stream goes. */
function mustBeWhole(stream: string, { from, to, limit, backwards }: Required<StreamRange>, version: Version, events: readonly RecordedEvent[]): void {
  const last = Math.min(to, version);
  const count = Math.max(Math.min(limit, last - from + 1), events.length);
  for (let index = 0; index < count; index++) {
    const due = backwards ? last - index : from + index;
    if (events[index]?.stream === stream && events[index]?.version === due) continue;
    throw new StoreFault('corrupt', `${stream} lacks its version ${due}. Stop writing, check the log, and restore it from a backup`);
  }
}
