import Database from 'better-sqlite3';
import type { OwnDatabase } from '../postgres/own-database.js';

/** What something takes on a disk: its rows, and the indexes that find them. */
export interface Taken {
  readonly tableBytes: number;
  readonly indexBytes: number;
}

export const wholeOf = ({ tableBytes, indexBytes }: Taken): number => tableBytes + indexBytes;

/** Everything in an SQLite file, by what its pages belong to. */
export function bytesOfFile(file: string): Taken {
  const database = new Database(file, { readonly: true });
  try {
    const sizes = database.prepare<[], { type: string; bytes: number }>(
      "SELECT coalesce(s.type, 'table') AS type, sum(d.pgsize) AS bytes FROM dbstat d LEFT JOIN sqlite_schema s ON s.name = d.name GROUP BY 1",
    ).all();
    const of = (type: string): number => sizes.filter((each) => each.type === type).reduce((sum, { bytes }) => sum + bytes, 0);
    return { tableBytes: of('table'), indexBytes: of('index') };
  } finally {
    database.close();
  }
}

/** Everything in a schema of a PostgreSQL database, what is stored out of line with its table. */
export async function bytesOfSchema(database: OwnDatabase, schema: string): Promise<Taken> {
  const [row] = await database.ask(`
    SELECT coalesce(sum(pg_table_size(c.oid)), 0) AS "tableBytes", coalesce(sum(pg_indexes_size(c.oid)), 0) AS "indexBytes"
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = '${schema}' AND c.relkind = 'r'`);
  return { tableBytes: Number(row?.['tableBytes'] ?? 0), indexBytes: Number(row?.['indexBytes'] ?? 0) };
}
