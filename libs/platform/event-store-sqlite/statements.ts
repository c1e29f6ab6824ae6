import { type Database } from 'better-sqlite3';
import { type Position, type RecordAt, type Version } from '#platform/event-store';

export interface FiledRow extends RecordAt {
  readonly leaf: Buffer;
  readonly id: Buffer;
  readonly stream: string;
  readonly version: Version;
  readonly type: string;
  readonly recordedAt: string;
}

const last = 'SELECT position, recorded_at AS recordedAt FROM events ORDER BY position DESC LIMIT 1';
const pageOf = (columns: string): string => `SELECT ${columns} FROM events WHERE position > ? ORDER BY position LIMIT ?`;
const stream = (direction: 'ASC' | 'DESC'): string =>
  `SELECT position, record FROM events WHERE stream = ? AND version BETWEEN ? AND ? ORDER BY version ${direction} LIMIT ?`;

/** Every question that is asked of the file, once; which index answers each is a test. */
export const questions = {
  last,
  head: 'SELECT max(position) FROM events',
  streamHead: 'SELECT max(version) FROM events WHERE stream = ?',
  forwards: stream('ASC'),
  backwards: stream('DESC'),
  page: pageOf('position, record'),
  /** Every position, so that a hole shows, but the bytes of the wanted types only. */
  pageOfTypes: pageOf('position, CASE WHEN type IN (SELECT value FROM json_each(?)) THEN record END AS record'),
  records: pageOf('position, record, leaf, id, stream, version, type, recorded_at AS recordedAt'),
  byId: 'SELECT position, record FROM events WHERE id = ?',
  recordedAt: 'SELECT recorded_at FROM events WHERE position = ?',
} as const;

export function statementsOn(database: Database) {
  return {
    last: database.prepare<[], { position: Position; recordedAt: string }>(questions.last),
    head: database.prepare<[], Position | null>(questions.head).pluck(),
    streamHead: database.prepare<[string], Version | null>(questions.streamHead).pluck(),
    forwards: database.prepare<[string, Version, Version, number], RecordAt>(questions.forwards),
    backwards: database.prepare<[string, Version, Version, number], RecordAt>(questions.backwards),
    page: database.prepare<[Position, number], RecordAt>(questions.page),
    pageOfTypes: database.prepare<[string, Position, number], { position: Position; record: string | null }>(questions.pageOfTypes),
    records: database.prepare<[Position, number], FiledRow>(questions.records),
    byId: database.prepare<[Buffer], RecordAt>(questions.byId),
    recordedAt: database.prepare<[Position], string>(questions.recordedAt).pluck(),
  };
}
