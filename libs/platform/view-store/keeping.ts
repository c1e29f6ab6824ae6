import type Database from 'better-sqlite3';
import type { AnyTable } from '#kernel';
import type { Position } from '#platform/event-store';
import { quoted } from './build.js';
import type { Change, Row, Value } from './changes.js';
import { clockColumns, ordinal } from './table-sql.js';

/** Carries changes out on one table. `false` means that the row to change was not there. */
export interface KeptTable {
  carryOut(change: Change, position: Position, line: number): boolean;
}

const places = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
const named = (columns: readonly string[]): string => columns.map(quoted).join(', ');
const each = (columns: readonly string[]): string => columns.map((column) => `${quoted(column)} = ?`).join(' AND ');
const pick = (row: Row, columns: readonly string[]): Value[] =>
  columns.map((column) => {
    const value = row[column];
    if (value === undefined) throw new Error(`A row has no value for ${column}: give null where nothing is known`);
    return value;
  });

/** Rows with their versions. A row that comes out as it was gets no new version. */
class KeptVersions implements KeptTable {
  readonly #columns: readonly string[];
  readonly #key: readonly string[];
  readonly #last: Database.Statement<Value[], Row>;
  readonly #close: Database.Statement<Value[]>;
  readonly #open: Database.Statement<Value[]>;
  readonly #replace: Database.Statement<Value[]>;

  constructor(db: Database.Database, table: string, { columns, key }: AnyTable) {
    this.#columns = Object.keys(columns);
    this.#key = key;
    const [name, thisKey] = [quoted(table), each(key)];
    this.#last = db.prepare(`SELECT ${named(this.#columns)}, from_position FROM ${name} WHERE ${thisKey} ORDER BY from_position DESC LIMIT 1`);
    this.#close = db.prepare(`UPDATE ${name} SET to_position = ? WHERE ${thisKey} AND from_position = ?`);
    this.#open = db.prepare(`INSERT INTO ${name} (${named([...this.#columns, ...clockColumns.versions])}) VALUES (${places(this.#columns.length + 1)}, NULL)`);
    this.#replace = db.prepare(`UPDATE ${name} SET ${this.#columns.map((column) => `${quoted(column)} = ?`).join(', ')} WHERE ${thisKey} AND from_position = ?`);
  }

  carryOut(change: Change, position: Position): boolean {
    const key = pick('key' in change ? change.key : change.row, this.#key);
    const before = this.#last.get(...key);
    if (!before) {
      if (change.does !== 'put') return false;
      this.#open.run(...pick(change.row, this.#columns), position);
      return true;
    }
    const values = pick(after(before, change), this.#columns);
    if (values.every((value, i) => value === before[this.#columns[i] as string])) return true;
    const since = before['from_position'] as Position;
    if (since === position) {
      this.#replace.run(...values, ...key, position);
    } else {
      this.#close.run(position, ...key, since);
      this.#open.run(...values, position);
    }
    return true;
  }
}

function after(before: Row, { does, row }: Change): Row {
  if (does === 'put') return row;
  if (does === 'patch') return { ...before, ...row };
  const sums = Object.entries(row).map(([column, amount]) => [column, exactSum(column, before[column], amount)]);
  return { ...before, ...(Object.fromEntries(sums) as Row) };
}

function exactSum(column: string, before: Value | undefined, amount: Value): number {
  const sum = Number(before ?? 0) + Number(amount);
  if (!Number.isSafeInteger(sum)) throw new RangeError(`${column} would be ${sum}, which cannot be kept exactly`);
  return sum;
}

/** Entries in the order of the log, with the balance that each leaves on its account and its number there. */
class KeptEntries implements KeptTable {
  readonly #own: readonly string[];
  readonly #running: readonly string[];
  readonly #enter: Database.Statement<Value[]>;

  constructor(db: Database.Database, table: string, { columns, balance }: AnyTable) {
    const own = Object.keys(columns);
    const name = quoted(table);
    const into = [...own, ...clockColumns.entries];
    this.#own = own;
    this.#running = balance ? [balance.of, ...balance.per] : [];
    this.#enter = balance
      ? db.prepare(
          `INSERT INTO ${name} (${named([...into, balance.column, ordinal])})
           SELECT ${places(into.length)}, ? + COALESCE(before.${quoted(balance.column)}, 0), 1 + COALESCE(before.${ordinal}, 0)
           FROM (SELECT 1) LEFT JOIN (SELECT ${named([balance.column, ordinal])} FROM ${name} WHERE ${each(balance.per)} ORDER BY position DESC, line DESC LIMIT 1) AS before`,
        )
      : db.prepare(`INSERT INTO ${name} (${named(into)}) VALUES (${places(into.length)})`);
  }

  carryOut({ row }: Change, position: Position, line: number): boolean {
    this.#enter.run(...pick(row, this.#own), position, line, ...pick(row, this.#running));
    return true;
  }
}

export const keptTable = (db: Database.Database, table: string, declared: AnyTable): KeptTable =>
  declared.keep === 'versions' ? new KeptVersions(db, table, declared) : new KeptEntries(db, table, declared);
