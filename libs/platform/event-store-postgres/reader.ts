import pg from 'pg';
import {
  holeAt, mustBePage, type FiledUnder, type LogHead, type Position, type StoredRecord, type StreamRange, type Version,
} from '#platform/event-store';
import { texts } from './binary-arrays.js';
import { type Question } from './connection.js';
import { withFaults } from './faults.js';
import { patiently } from './patience.js';
import { settingsOf, type Place } from './settings.js';
import { questionsOf } from './statements.js';

export interface Filed {
  readonly position: Position;
  readonly record: string;
}

interface PageAsked {
  readonly after: Position;
  readonly limit: number;
}

type OptionalRow = readonly [head: number | null, position: Position | null, record: string | null];
type RecordRow = readonly [
  head: number | null, position: Position | null, record: string, leaf: Buffer, id: string, stream: string, version: Version, type: string, recordedAt: string,
];

/** Rows looked at for one page when only some types are wanted: a rare type must not keep a connection for the whole log. */
const scanned = 1_000;
const connections = 4;

/** The connections that read: a few, since every question is answered from an index. */
export class Reader {
  readonly #place: Place;
  readonly #pool: pg.Pool;
  readonly #questions: ReturnType<typeof questionsOf>;

  constructor(place: Place) {
    this.#place = place;
    this.#pool = new pg.Pool({ ...settingsOf(place, 'read'), max: connections, allowExitOnIdle: true, idleTimeoutMillis: 30_000 });
    this.#pool.on('error', () => undefined); // an idle connection was lost: the pool lets go of it, and whoever asks next is answered or told
    this.#questions = questionsOf(place.schema);
  }

  async head(): Promise<LogHead> {
    const [last] = await this.#ask<readonly [Position, string]>(this.#questions.head, []);
    return last === undefined ? { position: 0 } : { position: last[0], recordedAt: last[1] };
  }

  /** One statement, so one snapshot: the version is the one that the events belong to. */
  async stream(stream: string, { from, to, limit, backwards }: Required<StreamRange>): Promise<{ version: Version; rows: Filed[] }> {
    const rows = await this.#ask<OptionalRow>(backwards ? this.#questions.backwards : this.#questions.forwards, [stream, from, to, limit]);
    return { version: rows[0]?.[0] ?? 0, rows: rows.flatMap(([, position, record]) => (position === null || record === null ? [] : [{ position, record }])) };
  }

  async versionsOf(streams: readonly string[]): Promise<ReadonlyMap<string, Version>> {
    const rows = await this.#ask<readonly [string, Version | null]>(this.#questions.versions, [texts(streams)]);
    return new Map(rows.map(([stream, version]) => [stream, version ?? 0]));
  }

  async page({ after, limit, types }: PageAsked & { types?: readonly string[] }): Promise<{ rows: Filed[]; next: Position; caughtUp: boolean }> {
    const { page, pageOfTypes } = this.#questions;
    const { head, rows } = await (types === undefined
      ? this.#range<OptionalRow>(page, { after, limit }, limit)
      : this.#range<OptionalRow>(pageOfTypes, { after, limit }, Math.max(limit, scanned), texts(types)));
    const dense = untilHole(rows, after, head);
    const wanted = dense.flatMap(([, position, record]) => (position === null || record === null ? [] : [{ position, record }])).slice(0, limit);
    const next = (wanted.length === limit ? wanted.at(-1)?.position : dense.at(-1)?.[1]) ?? after;
    return { rows: wanted, next, caughtUp: next >= head };
  }

  async records({ after, limit }: PageAsked): Promise<StoredRecord[]> {
    const { head, rows } = await this.#range<RecordRow>(this.#questions.records, { after, limit }, limit);
    return untilHole(rows, after, head).map(([, position, record, leaf, id, stream, version, type, recordedAt]) => {
      const filed: FiledUnder = { id, stream, version, type, recordedAt };
      return { position: position as Position, record, leaf, filed };
    });
  }

  async byId(id: string): Promise<Filed | undefined> {
    const [found] = await this.#ask<readonly [Position, string]>(this.#questions.byId, [id]);
    return found && { position: found[0], record: found[1] };
  }

  async positionKnownAt(instant: string): Promise<Position> {
    const [[position] = [0]] = await this.#ask<readonly [Position]>(this.#questions.knownAt, [instant]);
    if (position < 0) throw holeAt(-position);
    return position;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #range<Row extends OptionalRow | RecordRow>(question: Question, page: PageAsked, rows: number, ...more: readonly unknown[]) {
    mustBePage(page, Number.MAX_SAFE_INTEGER); // before the server is asked, and with its head afterwards
    const found = await this.#ask<Row>(question, [page.after, Math.min(rows, Number.MAX_SAFE_INTEGER - page.after), ...more]);
    const head = found[0]?.[0] ?? 0;
    mustBePage(page, head);
    return { head, rows: found.filter(([, position]) => position !== null) };
  }

  #ask<Row>({ name, text }: Question, values: unknown[]): Promise<readonly Row[]> {
    return withFaults(this.#place.address, () =>
      patiently(this.#place.waits.reach, async () => (await this.#pool.query<Row & unknown[]>({ name, text, values, rowMode: 'array' })).rows),
    );
  }
}

/** The rows up to the first missing position. Nothing at all, where something must be, is a hole to stop at. */
function untilHole<Row extends OptionalRow | RecordRow>(rows: readonly Row[], after: Position, head: Position): readonly Row[] {
  const hole = rows.findIndex(([, position], index) => position !== after + 1 + index);
  if (hole === 0 || (rows.length === 0 && after < head)) throw holeAt(after + 1);
  return hole < 0 ? rows : rows.slice(0, hole);
}
