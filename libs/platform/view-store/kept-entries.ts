import type { AnyTable } from '#kernel';
import type { Position } from '#platform/event-store';
import type { Change, Value } from './changes.js';
import { columnsOf, type TypedColumn } from './columns.js';
import type { KeptTable } from './kept-table.js';
import { Recent } from './recent.js';
import { exactSum, keyOf, valuesOf } from './rows.js';
import type { StoredTable, TableWrites, ViewDatabase } from './view-database.js';

/** What an account holds after its latest entry, and which entry of the account that was. */
interface Latest {
  readonly balance: number;
  readonly ordinal: number;
}
const none: Latest = { balance: 0, ordinal: 0 };

/** Entries in the order of the log, with the balance that each leaves on its account and its number there. */
export class KeptEntries implements KeptTable {
  readonly #columns: readonly TypedColumn[];
  readonly #balance: AnyTable['balance'];
  readonly #account: readonly TypedColumn[];
  readonly #remembered: Recent<Latest>;
  /** Accounts of the batch as they run, and those of which nothing is known yet. */
  readonly #latest = new Map<string, Latest>();
  readonly #unknown = new Map<string, readonly Value[]>();
  #inserts: Value[][] = [];

  constructor(
    private readonly database: Pick<ViewDatabase, 'latestBalances'>,
    private readonly table: StoredTable,
    capacity: number,
  ) {
    this.#columns = columnsOf(table.declared);
    this.#balance = table.declared.balance;
    this.#account = columnsOf(table.declared, this.#balance?.per ?? []);
    this.#remembered = new Recent(capacity);
  }

  expect({ row }: Change): string {
    if (!this.#balance) return '';
    const account = valuesOf(row, this.#account);
    const name = keyOf(account);
    if (this.#latest.has(name) || this.#unknown.has(name)) return name;
    const known = this.#remembered.get(name);
    if (known) this.#latest.set(name, known);
    else this.#unknown.set(name, account);
    return name;
  }

  async lookUp(): Promise<void> {
    if (this.#unknown.size === 0) return;
    for (const found of await this.database.latestBalances(this.table, [...this.#unknown.values()])) {
      const [balance, ordinal] = found.slice(-2);
      this.#latest.set(keyOf(found.slice(0, -2)), { balance: balance as number, ordinal: ordinal as number });
    }
  }

  carryOut({ row }: Change, name: string, position: Position, line: number): boolean {
    const values = valuesOf(row, this.#columns);
    if (this.#balance) {
      const before = this.#latest.get(name) ?? none;
      const next = { balance: exactSum(this.#balance.column, before.balance, row[this.#balance.of]), ordinal: before.ordinal + 1 };
      this.#latest.set(name, next);
      values.push(next.balance, next.ordinal);
    }
    values.push(position, line);
    this.#inserts.push(values);
    return true;
  }

  writes(): TableWrites {
    return { table: this.table, closes: [], inserts: this.#inserts };
  }

  settle(): void {
    for (const [name, latest] of this.#latest) this.#remembered.set(name, latest);
    this.#endBatch();
  }

  forget(): void {
    this.#remembered.clear();
    this.#endBatch();
  }

  #endBatch(): void {
    this.#latest.clear();
    this.#unknown.clear();
    this.#inserts = [];
  }
}
