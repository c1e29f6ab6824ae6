import { holeAt, mustBePage, type Position, type RecordedEvent, type StoredRecord, type StreamRange, type Version, StoreFault } from '#platform/event-store';
import type { Batches, StandingBatch } from './batches.js';
import type { Lookups } from './lookups.js';
import type { Names } from './names.js';
import { positionOf, storedRecord, textOf, type Incoming, type Place } from './stored-form.js';
import type { Streams } from './streams.js';

interface ReaderParts {
  readonly streams: Streams;
  readonly batches: Batches;
  readonly lookups: Lookups;
  readonly names: Names;
  readonly decode: (position: Position, record: string) => RecordedEvent;
}

interface Page {
  readonly after: Position;
  readonly limit: number;
  readonly types?: readonly string[];
}

/** Records looked at for one page when only some types are wanted. */
const scanned = 1_000;
/** Places at which a page ended, so that the next begins there without a search. */
const seamsKept = 256;

/** Reads the log in its order out of $all, and streams each for itself. */
export class Reader {
  readonly #parts: ReaderParts;
  readonly #seams = new Map<Position, Place>();

  constructor(parts: ReaderParts) {
    this.#parts = parts;
  }

  async page({ after, limit, types }: Page): Promise<{ events: RecordedEvent[]; next: Position; caughtUp: boolean }> {
    const head = await this.#headBeyond({ after, limit });
    const records = await this.#dense(after, types === undefined ? limit : Math.max(limit, scanned), head);
    const wanted = types === undefined ? records : records.filter(({ type }) => types.includes(type)).slice(0, limit);
    const last = wanted.length === limit ? wanted.at(-1) : records.at(-1);
    const next = last === undefined ? after : positionOf(last);
    return { events: wanted.map((record) => this.decoded(record)), next, caughtUp: next >= (head?.last ?? 0) };
  }

  async records(page: Page): Promise<StoredRecord[]> {
    const records = await this.#dense(page.after, page.limit, await this.#headBeyond(page));
    return records.map((record) => storedRecord(this.#parts.names, record));
  }

  /** The version is read first, so that the events are a part of the stream as it was then. */
  async stream(stream: string, { from, to, limit, backwards }: Required<StreamRange>): Promise<{ version: Version; events: RecordedEvent[] }> {
    const { version } = await this.#parts.lookups.standing(stream);
    const last = Math.min(to, version);
    const count = Math.min(limit, last - from + 1);
    if (count < 1) return { version, events: [] };
    const first = backwards ? last - count + 1 : from;
    const records = await this.#parts.streams.records(this.#parts.names.streamOf(stream), first - 1, count);
    const events = records.map((record) => this.decoded(record));
    for (let index = 0; index < count; index++) {
      const event = events[index];
      if (event?.stream === stream && event.version === first + index) continue;
      throw new StoreFault('corrupt', `${stream} lacks its version ${first + index}. Stop writing, check the log, and restore it from a backup`);
    }
    return { version, events: backwards ? events.reverse() : events };
  }

  decoded(record: Incoming): RecordedEvent {
    return this.#parts.decode(positionOf(record), textOf(record));
  }

  async #headBeyond(page: Page): Promise<StandingBatch | undefined> {
    const head = await this.#parts.batches.last();
    mustBePage(page, head?.last ?? 0);
    return head;
  }

  /** The records after a position, up to the first hole; nothing at all, where something must be, is a hole to stop at. */
  async #dense(after: Position, limit: number, head: StandingBatch | undefined): Promise<Incoming[]> {
    const count = Math.min(limit, (head?.last ?? 0) - after);
    if (head === undefined || count <= 0) return [];
    const { place, passed } = await this.#beginning(after, head);
    const read = (await this.#parts.streams.all(place, passed + count, this.#parts.names.events)).slice(passed);
    const hole = read.findIndex((record, index) => positionOf(record) !== after + 1 + index);
    const dense = hole < 0 ? read : read.slice(0, hole);
    const last = dense.at(-1);
    if (last === undefined) throw holeAt(after + 1);
    this.#keepSeam(positionOf(last), last.place);
    return dense;
  }

  /** Where to begin reading $all, and how many records of ours to pass over there. */
  async #beginning(after: Position, head: StandingBatch): Promise<{ place: Place; passed: number }> {
    const seam = this.#seams.get(after);
    if (seam !== undefined) return { place: seam, passed: 1 };
    const { place, first } = await this.#parts.batches.holding(after + 1, head);
    return { place, passed: after + 1 - first };
  }

  #keepSeam(position: Position, place: Place): void {
    if (this.#seams.size >= seamsKept) this.#seams.delete(this.#seams.keys().next().value ?? 0);
    this.#seams.set(position, place);
  }
}
