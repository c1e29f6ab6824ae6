import pg from 'pg';
import type { StoredRecord } from '#platform/event-store';
import type { Bare } from '../engine-under-test.js';

const columns = 'position, stream, version, id, type, recorded_at, record, leaf';

/** A table like the log's own, with its indexes and without its guards, filled with what the log holds. */
const madeFrom = (table: string): string => `
  CREATE TABLE IF NOT EXISTS bare_events (LIKE ${table} INCLUDING ALL);
  INSERT INTO bare_events (${columns}) SELECT ${columns} FROM ${table} ORDER BY position;
`;

/**
 * The least that any store on this server must do: put ready bytes into the same table on one connection, a group to a
 * statement of many rows, each its own transaction, flushed before it is acknowledged. No expectation, no id looked up,
 * nothing hashed, no lock.
 */
export class BareRows implements Bare {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async over(address: string, table: string): Promise<BareRows> {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    await client.query(madeFrom(table));
    return new BareRows(client);
  }

  /** Inserts records in groups of the given sizes, which must come to all of them. Returns milliseconds. */
  async insert(records: readonly StoredRecord[], groups: readonly number[]): Promise<number> {
    const sum = groups.reduce((total, size) => total + size, 0);
    if (sum !== records.length) throw new Error(`${records.length} records do not fit into groups of ${sum}`);
    const rows = records.map(rowOf);
    const started = performance.now();
    let from = 0;
    for (const size of groups) {
      const values = rows.slice(from, from + size).flat();
      const statement = insertOf(size);
      await this.#client.query({ name: statement.name, text: statement.text, values });
      from += size;
    }
    return performance.now() - started;
  }

  close(): Promise<void> {
    return this.#client.end();
  }
}

const perRow = columns.split(', ').length;
const statements = new Map<number, { readonly name: string; readonly text: string }>();

/** Prepared once on the server for each size of group. */
function insertOf(size: number): { readonly name: string; readonly text: string } {
  const known = statements.get(size);
  if (known) return known;
  const rows = Array.from({ length: size }, (_, row) => `(${Array.from({ length: perRow }, (__, column) => `$${row * perRow + column + 1}`).join(', ')})`);
  const made = { name: `insert ${size}`, text: `INSERT INTO bare_events (${columns}) VALUES ${rows.join(', ')}` };
  statements.set(size, made);
  return made;
}

function rowOf({ position, record, leaf, filed }: StoredRecord): unknown[] {
  if (!filed) throw new Error('This store does not say what it files a record under');
  return [position, filed.stream, filed.version, filed.id, filed.type, filed.recordedAt, record, Buffer.from(leaf)];
}
