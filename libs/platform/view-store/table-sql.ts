import type { AnyTable, ColumnType, Tables } from '#kernel';
import { quoted, tableOf, type Build } from './build.js';
import { listed } from './sql.js';

const sqlTypes: Readonly<Record<ColumnType, string>> = { text: 'TEXT NOT NULL', 'text?': 'TEXT', integer: 'INTEGER NOT NULL', 'integer?': 'INTEGER' };

/** Beyond this a number of minor units would no longer be exact. */
const safe = Number.MAX_SAFE_INTEGER;

/** What the view store adds to a table's own columns, in the order in which rows are written. */
export const clockColumns = { versions: ['from_position', 'to_position'], entries: ['position', 'line'] } as const;
/** Beside a running balance: the number of the entry on its account, so that nobody counts entries. */
export const ordinal = 'ordinal';

/**
 * A table of versions keeps each version of a row with the positions between which it stood; NULL means that it still
 * does. Those have indexes of their own, so that what stands is found without passing all that once stood. A table of
 * entries lies in the order of the log, and its running balance is found by account and place.
 */
function createTable(name: string, table: AnyTable): string[] {
  const { keep, columns, key, indexes, balance } = table;
  const own = Object.entries(columns).map(([column, type]) => `${quoted(column)} ${sqlTypes[type]}`);
  const index = (suffix: string, on: readonly string[]): string => `CREATE INDEX ${quoted(`${name}__${suffix}`)} ON ${quoted(name)} (${listed(on)})`;
  const declared = indexes.map((on, i) => index(`index_${i + 1}`, keep === 'versions' ? [...on, ...clockColumns.versions] : [...on, ...clockColumns.entries]));
  if (keep === 'versions') {
    if (key.length === 0) throw new Error(`The table ${name} keeps versions, so it needs a key that tells its rows apart`);
    const clock = ['from_position INTEGER NOT NULL', 'to_position INTEGER', `PRIMARY KEY (${listed([...key, 'from_position'])})`];
    const now = [`CREATE UNIQUE INDEX ${quoted(`${name}__now`)} ON ${quoted(name)} (${listed(key)}) WHERE to_position IS NULL`];
    const declaredNow = indexes.map((on, i) => `${index(`now_${i + 1}`, on)} WHERE to_position IS NULL`);
    return [`CREATE TABLE ${quoted(name)} (${[...own, ...clock].join(', ')}) STRICT`, ...declared, ...now, ...declaredNow];
  }
  const running = balance ? [`${quoted(balance.column)} INTEGER NOT NULL CHECK (${quoted(balance.column)} BETWEEN -${safe} AND ${safe})`, `${ordinal} INTEGER NOT NULL`] : [];
  const clock = ['position INTEGER NOT NULL', 'line INTEGER NOT NULL', 'PRIMARY KEY (position, line)'];
  return [
    `CREATE TABLE ${quoted(name)} (${[...own, ...running, ...clock].join(', ')}) STRICT, WITHOUT ROWID`,
    ...(balance ? [index('balance', [...balance.per, ...clockColumns.entries])] : []),
    ...declared,
  ];
}

export const createTables = (build: Build, tables: Tables): readonly string[] =>
  Object.entries(tables).flatMap(([table, declared]) => createTable(tableOf(build, table), declared));

export const dropTables = (build: Build, tables: readonly string[]): readonly string[] => tables.map((table) => `DROP TABLE IF EXISTS ${quoted(tableOf(build, table))}`);
