import Database from 'better-sqlite3';
import type { Position, StoredRecord } from '#platform/event-store';

type Row = [Position, string, number, Buffer, string, string, string, Uint8Array];

/**
 * The least that any store on this binding must do: put ready bytes into the same table, so many in one transaction,
 * and flush. No expectation, no id looked up, nothing hashed, no thread.
 */
export class BareInserts {
  readonly #database: Database.Database;
  readonly #insert: Database.Statement<Row>;

  constructor(file: string) {
    this.#database = new Database(file, { fileMustExist: true });
    this.#database.pragma('journal_mode = WAL');
    this.#database.pragma('synchronous = FULL'); // as durable as the log
    this.#insert = this.#database.prepare('INSERT INTO events (position, stream, version, id, type, recorded_at, record, leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  }

  /** Inserts records in groups of the given sizes, which must come to all of them. Returns milliseconds. */
  insert(records: readonly StoredRecord[], groups: readonly number[]): number {
    const rows = records.map(rowOf);
    const sum = groups.reduce((total, size) => total + size, 0);
    if (sum !== rows.length) throw new Error(`${rows.length} records do not fit into groups of ${sum}`);
    const writeGroup = this.#database.transaction((from: number, to: number) => {
      for (let index = from; index < to; index += 1) this.#insert.run(...(rows[index] as Row));
    });
    const started = performance.now();
    let from = 0;
    for (const size of groups) writeGroup.immediate(from, (from += size));
    return performance.now() - started;
  }

  close(): void {
    this.#database.close();
  }
}

function rowOf({ position, record, leaf, filed }: StoredRecord): Row {
  if (!filed) throw new Error('This store does not say what it files a record under');
  return [position, filed.stream, filed.version, Buffer.from(filed.id.replaceAll('-', ''), 'hex'), filed.type, filed.recordedAt, record, leaf];
}
