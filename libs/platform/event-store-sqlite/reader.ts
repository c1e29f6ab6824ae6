import Database from 'better-sqlite3';
import { holeAt, mustBePage, type FiledUnder, type LogHead, type Position, type StoredRecord, type StreamRange, type Version } from '#platform/event-store';
import { statementsOn, type Filed } from './statements.js';
import { withFaults } from './faults.js';

/** Rows looked at for one page when only some types are wanted: a rare type must not hold the thread for the whole log. */
const scanned = 1_000;

/** The connection that reads, in the calling thread: a page of events is here before a message could have been. */
export class Reader {
  readonly #file: string;
  readonly #database: Database.Database;
  readonly #read: ReturnType<typeof statementsOn>;

  constructor(file: string, busyMilliseconds: number) {
    this.#file = file;
    this.#database = withFaults(file, () => new Database(file, { readonly: true, fileMustExist: true, timeout: busyMilliseconds }));
    this.#read = statementsOn(this.#database);
  }

  head(): Position {
    return withFaults(this.#file, () => this.#read.head.get() ?? 0);
  }

  last(): LogHead {
    return withFaults(this.#file, () => this.#read.last.get() ?? { position: 0 });
  }

  /**
   * One snapshot: the version is the one that the events belong to. Whoever reads to the end of a stream has the version
   * with it, so that the usual case, a stream that is new or read from its beginning, is a single statement.
   */
  stream(stream: string, { from, to, limit, backwards }: Required<StreamRange>): { version: Version; rows: Filed[] } {
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

  page({ after, limit, types }: { after: Position; limit: number; types?: readonly string[] }): { rows: Filed[]; next: Position; caughtUp: boolean } {
    return withFaults(this.#file, () => {
      const head = this.head();
      mustBePage({ after, limit }, head);
      const all = types === undefined ? this.#read.page.all(after, limit) : this.#read.pageOfTypes.all(JSON.stringify(types), after, Math.max(limit, scanned));
      const dense = untilHole(all, after, head);
      const rows = dense.filter((row): row is Filed => row.record !== null).slice(0, limit);
      const next = (rows.length === limit ? rows : dense).at(-1)?.position ?? after;
      return { rows, next, caughtUp: next >= head };
    });
  }

  records({ after, limit }: { after: Position; limit: number }): StoredRecord[] {
    return withFaults(this.#file, () => {
      const head = this.head();
      mustBePage({ after, limit }, head);
      return untilHole(this.#read.records.all(after, limit), after, head).map(({ position, record, leaf, id, stream, version, type, recordedAt }) => {
        const filed: FiledUnder = { id: asText(id), stream, version, type, recordedAt };
        return { position, record, leaf, filed };
      });
    });
  }

  byId(id: string): Filed | undefined {
    return withFaults(this.#file, () => this.#read.byId.get(Buffer.from(id.replaceAll('-', ''), 'hex')));
  }

  recordedAt(position: Position): string {
    const found = withFaults(this.#file, () => this.#read.recordedAt.get(position));
    if (found === undefined) throw holeAt(position);
    return found;
  }

  close(): void {
    this.#database.close();
  }
}

/** The rows up to the first missing position. Nothing at all, where something must be, is a hole to stop at. */
function untilHole<Row extends { position: Position }>(rows: readonly Row[], after: Position, head: Position): readonly Row[] {
  const last = rows.at(-1);
  if (last === undefined ? after >= head : last.position === after + rows.length) return rows;
  const dense = rows.slice(0, rows.findIndex((row, index) => row.position !== after + 1 + index));
  if (dense.length === 0) throw holeAt(after + 1);
  return dense;
}

/** An id as people and records write it. */
function asText(id: Buffer): string {
  const digits = id.toString('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}
