import Database from 'better-sqlite3';
import {
  holeAt, lastAtOrBefore, type FiledUnder, type LogHead, type LogReader, type PageAsked, type PageFound, type Position, type RecordAt, type StoredRecord,
  type StreamRange, type Version,
} from '#platform/event-store';
import { statementsOn } from './statements.js';
import { withFaults } from './faults.js';

/** The connection that reads, in the calling thread: a page of events is here before a message could have been. */
export class Reader implements LogReader {
  readonly #file: string;
  readonly #database: Database.Database;
  readonly #read: ReturnType<typeof statementsOn>;

  constructor(file: string, busyMilliseconds: number) {
    this.#file = file;
    this.#database = withFaults(file, () => new Database(file, { readonly: true, fileMustExist: true, timeout: busyMilliseconds }));
    this.#read = statementsOn(this.#database);
  }

  head(): LogHead {
    return withFaults(this.#file, () => this.#read.last.get() ?? { position: 0 });
  }

  /**
   * One snapshot: the version is the one that the events belong to. Whoever reads to the end of a stream has the version
   * with it, so that the usual case, a stream that is new or read from its beginning, is a single statement.
   */
  stream(stream: string, { from, to, limit, backwards }: Required<StreamRange>): { version: Version; rows: RecordAt[] } {
    return withFaults(this.#file, () => {
      if (!backwards && to === Number.MAX_SAFE_INTEGER) {
        const rows = this.#read.forwards.all(stream, from, to, limit);
        if (rows.length < limit && (rows.length > 0 || from === 1)) return { version: from - 1 + rows.length, rows };
      }
      const read = backwards ? this.#read.backwards : this.#read.forwards;
      return this.#database.transaction(() => ({ version: this.#read.streamHead.get(stream) ?? 0, rows: read.all(stream, from, to, limit) }))();
    });
  }

  versionsOf(streams: readonly string[]): ReadonlyMap<string, Version> {
    return withFaults(this.#file, () => this.#database.transaction(() => new Map(streams.map((stream) => [stream, this.#read.streamHead.get(stream) ?? 0])))());
  }

  page({ after, limit }: PageAsked, types?: readonly string[]): PageFound<{ position: Position; record: string | null }> {
    return withFaults(this.#file, () => {
      const head = this.#lastPosition(); // before the rows: what is appended meanwhile must not look like a hole
      return { head, rows: types === undefined ? this.#read.page.all(after, limit) : this.#read.pageOfTypes.all(JSON.stringify(types), after, limit) };
    });
  }

  records({ after, limit }: PageAsked): PageFound<StoredRecord> {
    return withFaults(this.#file, () => {
      const head = this.#lastPosition();
      const rows = this.#read.records.all(after, limit).map(({ position, record, leaf, id, stream, version, type, recordedAt }) => {
        const filed: FiledUnder = { id: asText(id), stream, version, type, recordedAt };
        return { position, record, leaf, filed };
      });
      return { head, rows };
    });
  }

  byId(id: string): RecordAt | undefined {
    return withFaults(this.#file, () => this.#read.byId.get(Buffer.from(id.replaceAll('-', ''), 'hex')));
  }

  knownAt(instant: string): Position {
    return withFaults(this.#file, () => lastAtOrBefore(instant, this.#lastPosition(), (position) => this.#recordedAt(position)));
  }

  close(): void {
    this.#database.close();
  }

  #recordedAt(position: Position): string {
    const found = this.#read.recordedAt.get(position);
    if (found === undefined) throw holeAt(position);
    return found;
  }

  #lastPosition(): Position {
    return this.#read.head.get() ?? 0;
  }
}

/** An id as people and records write it. */
function asText(id: Buffer): string {
  const digits = id.toString('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}
