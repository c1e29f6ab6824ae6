import type { LogHead, LogReader, PageAsked, PageFound, Position, RecordAt, StoredRecord, StreamRange, Version } from '#platform/event-store';
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
  readonly versionsOf: (streams: readonly string[]) => Promise<ReadonlyMap<string, Version>>;
}

/** Places at which a page ended, so that the next begins there without a search. */
const seamsKept = 256;

/** Reads the log in its order out of $all, and streams each for itself. */
export class Reader implements LogReader {
  readonly #parts: ReaderParts;
  readonly #seams = new Map<Position, Place>();

  constructor(parts: ReaderParts) {
    this.#parts = parts;
  }

  head(): Promise<LogHead> {
    return this.#parts.batches.head();
  }

  /** The version is read first, so that the events are a part of the stream as it was then. */
  async stream(stream: string, { from, to, limit, backwards }: Required<StreamRange>): Promise<{ version: Version; rows: RecordAt[] }> {
    const { version } = await this.#parts.lookups.standing(stream);
    const last = Math.min(to, version);
    const count = Math.min(limit, last - from + 1);
    if (count < 1) return { version, rows: [] };
    const first = backwards ? last - count + 1 : from;
    const rows = (await this.#parts.streams.records(this.#parts.names.streamOf(stream), first - 1, count)).map(recordAt);
    return { version, rows: backwards ? rows.reverse() : rows };
  }

  versionsOf(streams: readonly string[]): Promise<ReadonlyMap<string, Version>> {
    return this.#parts.versionsOf(streams);
  }

  async page(asked: PageAsked, types?: readonly string[]): Promise<PageFound<{ position: Position; record: string | null }>> {
    const { head, read } = await this.#behind(asked);
    const isWanted = ({ type }: Incoming): boolean => types === undefined || types.includes(type);
    return { head, rows: read.map((record) => ({ position: positionOf(record), record: isWanted(record) ? textOf(record) : null })) };
  }

  async records(asked: PageAsked): Promise<PageFound<StoredRecord>> {
    const { head, read } = await this.#behind(asked);
    return { head, rows: read.map((record) => storedRecord(this.#parts.names, record)) };
  }

  async byId(id: string): Promise<RecordAt | undefined> {
    const found = await this.#parts.lookups.event(id);
    return found && recordAt(found);
  }

  knownAt(instant: string): Promise<Position> {
    return this.#parts.batches.knownAt(instant);
  }

  /** What lies behind a position, and the head that was read before. */
  async #behind({ after, limit }: PageAsked): Promise<{ head: Position; read: Incoming[] }> {
    const head = await this.#parts.batches.last();
    const count = Math.min(limit, (head?.last ?? 0) - after);
    if (head === undefined || count <= 0) return { head: head?.last ?? 0, read: [] };
    const { place, passed } = await this.#beginning(after, head);
    const read = (await this.#parts.streams.all(place, passed + count, this.#parts.names.events)).slice(passed);
    const last = read.at(-1);
    if (last !== undefined) this.#keepSeam(positionOf(last), last.place);
    return { head: head.last, read };
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

const recordAt = (record: Incoming): RecordAt => ({ position: positionOf(record), record: textOf(record) });
