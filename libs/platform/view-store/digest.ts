import { createHash, type Hash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { AnyTable, Tables } from '#kernel';
import type { Books } from './books.js';
import { tableOf, type Build } from './build.js';
import type { Row, Value } from './changes.js';
import { storedColumns, storedKey } from './columns.js';

/** Rows between two pauses, in which others may go on. */
const chunk = 2_000;

/**
 * SHA-256 over every version of every row of every table, in the order of their keys: a rebuilt view, one that was kept
 * up event by event, and one in another database must come to the same. Read in one snapshot.
 */
export async function digestOf(snapshot: Kysely<Books>, build: Build, tables: Tables): Promise<string> {
  const sum = createHash('sha256');
  for (const [name, table] of Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1))) {
    sum.update(`${name}\n`);
    await addRows(sum, snapshot, tableOf(build, name), table);
  }
  return sum.digest('hex');
}

async function addRows(sum: Hash, snapshot: Kysely<Books>, name: string, table: AnyTable): Promise<void> {
  const columns = storedColumns(table).map(([column]) => column);
  const key = storedKey(table);
  const keys = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  do {
    const [after, ordered] = [last, key.reduce((query, column) => query.orderBy(sql.ref(column)), snapshot.selectFrom(sql.table<Row>(name).as('rows')))];
    const page = after ? ordered.where(sql<boolean>`(${keys}) > (${sql.join(key.map((column) => after[column]))})`) : ordered;
    const rows = (await page.select(columns.map((column) => sql.ref<Value>(column).as(column))).limit(chunk).execute()) as readonly Row[];
    for (const row of rows) sum.update(`${JSON.stringify(columns.map((column) => row[column]))}\n`);
    last = rows.length < chunk ? undefined : rows.at(-1);
    await new Promise(setImmediate);
  } while (last !== undefined);
}
