import type { Position } from '#platform/event-store';
import type { Change, Row, Value } from './changes.js';
import { columnsOf, type TypedColumn } from './columns.js';
import type { KeptTable } from './kept-table.js';
import { Recent } from './recent.js';
import { exactSum, keyOf, valuesOf } from './rows.js';
import type { StoredTable, TableWrites, ViewDatabase } from './view-database.js';

/** The version of a row that stands, from an event on. */
interface Standing {
  readonly key: readonly Value[];
  readonly row: Row;
  readonly values: readonly Value[];
  readonly since: Position;
}

/**
 * Rows with their versions. A row that comes out as it was gets no new version. A version is written when it ends or when
 * the batch does: what several events of a batch do to a row is neither read back nor closed one by one.
 */
export class KeptVersions implements KeptTable {
  readonly #columns: readonly TypedColumn[];
  readonly #key: readonly TypedColumn[];
  readonly #remembered: Recent<Standing>;
  /** As they stood before the batch, and the keys of which that is not known yet. */
  readonly #before = new Map<string, Standing>();
  readonly #unknown = new Map<string, readonly Value[]>();
  /** As they stand now, where the batch changed them. */
  readonly #changed = new Map<string, Standing>();
  #closes: Value[][] = [];
  #inserts: Value[][] = [];

  constructor(
    private readonly database: Pick<ViewDatabase, 'standing'>,
    private readonly table: StoredTable,
    capacity: number,
  ) {
    this.#columns = columnsOf(table.declared);
    this.#key = columnsOf(table.declared, table.declared.key);
    this.#remembered = new Recent(capacity);
  }

  expect(change: Change): string {
    const key = valuesOf('key' in change ? change.key : change.row, this.#key);
    const name = keyOf(key);
    if (this.#before.has(name) || this.#unknown.has(name)) return name;
    const known = this.#remembered.get(name);
    if (known) this.#before.set(name, known);
    else this.#unknown.set(name, key);
    return name;
  }

  async lookUp(): Promise<void> {
    if (this.#unknown.size === 0) return;
    for (const found of await this.database.standing(this.table, [...this.#unknown.values()])) {
      const values = found.slice(0, -1);
      const row: Row = Object.fromEntries(this.#columns.map(([column], i) => [column, values[i] as Value]));
      const key = this.#key.map(([column]) => row[column] as Value);
      this.#before.set(keyOf(key), { key, row, values, since: found.at(-1) as Position });
    }
  }

  carryOut(change: Change, name: string, position: Position): boolean {
    const changed = this.#changed.get(name);
    const before = changed ?? this.#before.get(name);
    if (!before && change.does !== 'put') return false;
    const row = before ? after(before.row, change) : change.row;
    const values = valuesOf(row, this.#columns);
    if (before && values.every((value, i) => value === before.values[i])) return true;
    if (before && before.since < position) {
      if (changed) this.#inserts.push([...before.values, before.since, position]);
      else this.#closes.push([...before.key, before.since, position]);
    }
    this.#changed.set(name, { key: before?.key ?? valuesOf(row, this.#key), row, values, since: position });
    return true;
  }

  writes(): TableWrites {
    for (const { values, since } of this.#changed.values()) this.#inserts.push([...values, since, null]);
    return { table: this.table, closes: this.#closes, inserts: this.#inserts };
  }

  settle(): void {
    for (const found of [this.#before, this.#changed]) for (const [name, standing] of found) this.#remembered.set(name, standing);
    this.#endBatch();
  }

  forget(): void {
    this.#remembered.clear();
    this.#endBatch();
  }

  #endBatch(): void {
    for (const each of [this.#before, this.#unknown, this.#changed]) each.clear();
    [this.#closes, this.#inserts] = [[], []];
  }
}

function after(before: Row, { does, row }: Change): Row {
  if (does === 'put') return row;
  if (does === 'patch') return { ...before, ...row };
  const sums = Object.entries(row).map(([column, amount]) => [column, exactSum(column, before[column], amount)]);
  return { ...before, ...(Object.fromEntries(sums) as Row) };
}
