import type { AnyTable, ColumnType, Tables } from '#kernel';
import { tableOf, type Build } from './build.js';
import { clockColumns, storedColumns, storedKey } from './columns.js';
import { identifier, listed, quoted } from './identifier.js';

/** What databases say differently when a table is made. */
export interface Spelling {
  readonly text: string;
  readonly integer: string;
  /** What ends a table whose rows lie where they fell, and one whose rows lie in the order of its key. */
  readonly heap: string;
  readonly inKeyOrder: string;
  /** A column of an index: nothing known sorts before everything known, in every database. */
  sorted(column: string): string;
  /** Whether a primary key sorts like that too; where it does not, a unique index takes its place. */
  readonly hasPrimaryKey: boolean;
  /** Whether the indexes that only questions use are made when a build has caught up: so much quicker that it is worth answering by scans until then. */
  readonly indexesLater: boolean;
}

/** Beyond this a number of minor units would no longer be exact. */
const safe = Number.MAX_SAFE_INTEGER;

const typed = (type: ColumnType, spelling: Spelling): string => {
  const isOptional = type.endsWith('?');
  return `${type.startsWith('text') ? spelling.text : spelling.integer}${isOptional ? '' : ' NOT NULL'}`;
};

const indexSql = (name: string, spelling: Spelling) => (suffix: string, on: readonly string[], kind = 'INDEX'): string =>
  `CREATE ${kind} IF NOT EXISTS ${quoted(identifier(`${name}__${suffix}`))} ON ${quoted(name)} (${on.map((column) => spelling.sorted(column)).join(', ')})`;
const standing = ' WHERE to_position IS NULL';

/**
 * A table of versions keeps each version of a row with the positions between which it stood; NULL means that it still
 * does. Those have indexes of their own, so that what stands is found without passing all that once stood. A table of
 * entries lies in the order of the log, and its running balance is found by account and place.
 */
function createTable(name: string, table: AnyTable, spelling: Spelling): string[] {
  const { keep, key, balance } = table;
  if (keep === 'versions' && key.length === 0) throw new Error(`The table ${name} keeps versions, so it needs a key that tells its rows apart`);
  const index = indexSql(name, spelling);
  const columns = storedColumns(table).map(([column, type]) => `${quoted(column)} ${typed(type, spelling)}`);
  if (balance) columns.push(`CHECK (${quoted(balance.column)} BETWEEN -${safe} AND ${safe})`);
  if (spelling.hasPrimaryKey) columns.push(`PRIMARY KEY (${listed(storedKey(table))})`);
  return [
    `CREATE TABLE ${quoted(name)} (${columns.join(', ')})${keep === 'versions' ? spelling.heap : spelling.inKeyOrder}`,
    ...(spelling.hasPrimaryKey ? [] : [index('key', storedKey(table), 'UNIQUE INDEX')]),
    ...(balance ? [index('balance', [...balance.per, ...clockColumns.entries])] : []),
    ...(keep === 'versions' ? [index('now', key, 'UNIQUE INDEX') + standing] : []),
  ];
}

function createIndexes(name: string, { keep, indexes }: AnyTable, spelling: Spelling): string[] {
  const index = indexSql(name, spelling);
  return [
    ...indexes.map((on, i) => index(`index_${i + 1}`, [...on, ...clockColumns[keep]])),
    ...(keep === 'versions' ? indexes.map((on, i) => index(`now_${i + 1}`, on) + standing) : []),
  ];
}

/** The indexes of a build that only questions use. Those that are there stay. */
export const questionIndexes = (build: Build, tables: Tables, spelling: Spelling): readonly string[] =>
  Object.entries(tables).flatMap(([table, declared]) => createIndexes(tableOf(build, table), declared, spelling));

export const createTables = (build: Build, tables: Tables, spelling: Spelling): readonly string[] => [
  ...Object.entries(tables).flatMap(([table, declared]) => createTable(tableOf(build, table), declared, spelling)),
  ...(spelling.indexesLater ? [] : questionIndexes(build, tables, spelling)),
];

export const dropTables = (build: Build, tables: readonly string[]): readonly string[] => tables.map((table) => `DROP TABLE IF EXISTS ${quoted(tableOf(build, table))}`);
