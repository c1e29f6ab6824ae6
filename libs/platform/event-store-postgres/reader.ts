import pg from 'pg';
import {
  holeAt, type FiledUnder, type LogHead, type LogReader, type PageAsked, type PageFound, type Position, type RecordAt, type StoredRecord, type StreamRange,
  type Version,
} from '#platform/event-store';
import { texts } from './binary-arrays.js';
import { type Question } from './connection.js';
import { withFaults } from './faults.js';
import { patiently } from './patience.js';
import { settingsOf, type Place } from './settings.js';
import { questionsOf } from './statements.js';
import type { Witness } from './witness.js';

type OptionalRow = readonly [head: number | null, position: Position | null, record: string | null];
type RecordRow = readonly [
  head: number | null, position: Position | null, record: string, leaf: Buffer, id: string, stream: string, version: Version, type: string, recordedAt: string,
];

const connections = 4;

/** The connections that read: a few, since every question is answered from an index. */
export class Reader implements LogReader {
  readonly #place: Place;
  readonly #witness: Witness;
  readonly #pool: pg.Pool;
  readonly #questions: ReturnType<typeof questionsOf>;

  constructor(place: Place, witness: Witness) {
    this.#place = place;
    this.#witness = witness;
    this.#pool = new pg.Pool({ ...settingsOf(place, 'read'), max: connections, allowExitOnIdle: true, idleTimeoutMillis: 30_000 });
    this.#pool.on('error', () => undefined); // an idle connection was lost: the pool lets go of it, and whoever asks next is answered or told
    this.#questions = questionsOf(place.schema);
  }

  async head(): Promise<LogHead> {
    const [last] = await this.#ask<readonly [Position, string]>(this.#questions.head, []);
    return last === undefined ? { position: 0 } : { position: last[0], recordedAt: last[1] };
  }

  /** One statement, so one snapshot: the version is the one that the events belong to. */
  async stream(stream: string, { from, to, limit, backwards }: Required<StreamRange>): Promise<{ version: Version; rows: RecordAt[] }> {
    const rows = await this.#ask<OptionalRow>(backwards ? this.#questions.backwards : this.#questions.forwards, [stream, from, to, limit]);
    const filed = rows.flatMap(([, position, record]) => (position === null || record === null ? [] : [{ position, record }]));
    this.#witness.saw(filed.at(backwards ? 0 : -1));
    return { version: rows[0]?.[0] ?? 0, rows: filed };
  }

  async versionsOf(streams: readonly string[]): Promise<ReadonlyMap<string, Version>> {
    const rows = await this.#ask<readonly [string, Version | null]>(this.#questions.versions, [texts(streams)]);
    return new Map(rows.map(([stream, version]) => [stream, version ?? 0]));
  }

  async page(asked: PageAsked, types?: readonly string[]): Promise<PageFound<{ position: Position; record: string | null }>> {
    const { page, pageOfTypes } = this.#questions;
    const rows = await (types === undefined ? this.#range<OptionalRow>(page, asked) : this.#range<OptionalRow>(pageOfTypes, asked, texts(types)));
    return { head: rows[0]?.[0] ?? 0, rows: rows.flatMap(([, position, record]) => (position === null ? [] : [{ position, record }])) };
  }

  async records(asked: PageAsked): Promise<PageFound<StoredRecord>> {
    const rows = await this.#range<RecordRow>(this.#questions.records, asked);
    const records = rows.flatMap(([, position, record, leaf, id, stream, version, type, recordedAt]) => {
      const filed: FiledUnder = { id, stream, version, type, recordedAt };
      return position === null ? [] : [{ position, record, leaf, filed }];
    });
    return { head: rows[0]?.[0] ?? 0, rows: records };
  }

  async byId(id: string): Promise<RecordAt | undefined> {
    const [found] = await this.#ask<readonly [Position, string]>(this.#questions.byId, [id]);
    return found && { position: found[0], record: found[1] };
  }

  async knownAt(instant: string): Promise<Position> {
    const [[position] = [0]] = await this.#ask<readonly [Position]>(this.#questions.knownAt, [instant]);
    if (position < 0) throw holeAt(-position);
    return position;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  #range<Row extends OptionalRow | RecordRow>(question: Question, { after, limit }: PageAsked, ...more: readonly unknown[]): Promise<readonly Row[]> {
    return this.#ask<Row>(question, [after, Math.min(limit, Number.MAX_SAFE_INTEGER - after), ...more]); // the server adds them
  }

  #ask<Row>({ name, text }: Question, values: unknown[]): Promise<readonly Row[]> {
    return withFaults(this.#place.address, () =>
      patiently(this.#place.waits.reach, async () => (await this.#pool.query<Row & unknown[]>({ name, text, values, rowMode: 'array' })).rows),
    );
  }
}
