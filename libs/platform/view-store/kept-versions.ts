import type Database from 'better-sqlite3';
import type { AnyTable } from '#kernel';
import type { Position } from '#platform/event-store';
import { quoted } from './build.js';
import type { Change, Row, Value } from './changes.js';
import type { KeptTable } from './kept-table.js';
import { Recent } from './recent.js';
import { columnsOf, exactSum, keyOf, valuesOf } from './rows.js';
import { listed, matching, placesFor } from './sql.js';
import { clockColumns } from './table-sql.js';

/** The version of a row that stands, from an event on. */
interface Standing {
  readonly key: readonly Value[];
  readonly row: Row;
  readonly values: readonly Value[];
  readonly since: Position;
}

/**
 * Rows with their versions. A row that comes out as it was gets no new version. A version is written when it ends or when
 * the transaction does: what several events of a batch do to a row is neither read back nor closed one by one.
 */
export class KeptVersions implements KeptTable {
  readonly #columns: ReturnType<typeof columnsOf>;
  readonly #key: ReturnType<typeof columnsOf>;
  readonly #last: Database.Statement<Value[], Row>;
  readonly #close: Database.Statement<Value[]>;
  readonly #insert: Database.Statement<Value[]>;
  /** In the file as they stand. */
  readonly #written = new Recent<Standing>();
  readonly #unwritten = new Map<string, Standing>();

  constructor(db: Database.Database, table: string, declared: AnyTable) {
    const names = Object.keys(declared.columns);
    const [name, thisKey] = [quoted(table), matching(declared.key)];
    this.#columns = columnsOf(declared, names);
    this.#key = columnsOf(declared, declared.key);
    this.#last = db.prepare(`SELECT ${listed(names)}, from_position FROM ${name} WHERE ${thisKey} ORDER BY from_position DESC LIMIT 1`);
    this.#close = db.prepare(`UPDATE ${name} SET to_position = ? WHERE ${thisKey} AND from_position = ?`);
    this.#insert = db.prepare(`INSERT INTO ${name} (${listed([...names, ...clockColumns.versions])}) VALUES (${placesFor(names.length + 2)})`);
  }

  carryOut(change: Change, position: Position): boolean {
    const key = valuesOf('key' in change ? change.key : change.row, this.#key);
    const name = keyOf(key);
    const unwritten = this.#unwritten.get(name);
    const before = unwritten ?? this.#written.get(name) ?? this.#read(key);
    if (!before && change.does !== 'put') return false;
    const row = before ? after(before.row, change) : change.row;
    const values = valuesOf(row, this.#columns);
    if (before && values.every((value, i) => value === before.values[i])) return true;
    if (before && before.since < position) {
      if (unwritten) this.#insert.run(...before.values, before.since, position);
      else this.#close.run(position, ...key, before.since);
    }
    this.#unwritten.set(name, { key, row, values, since: position });
    return true;
  }

  settle(): void {
    for (const [name, standing] of this.#unwritten) {
      this.#insert.run(...standing.values, standing.since, null);
      this.#written.set(name, standing);
    }
    this.#unwritten.clear();
  }

  forget(): void {
    this.#written.clear();
    this.#unwritten.clear();
  }

  #read(key: readonly Value[]): Standing | undefined {
    const found = this.#last.get(...key);
    return found && { key, row: found, values: this.#columns.map(([name]) => found[name] as Value), since: found['from_position'] as Position };
  }
}

function after(before: Row, { does, row }: Change): Row {
  if (does === 'put') return row;
  if (does === 'patch') return { ...before, ...row };
  const sums = Object.entries(row).map(([column, amount]) => [column, exactSum(column, before[column], amount)]);
  return { ...before, ...(Object.fromEntries(sums) as Row) };
}
