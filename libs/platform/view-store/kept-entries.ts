import type Database from 'better-sqlite3';
import type { AnyTable } from '#kernel';
import type { Position } from '#platform/event-store';
import { quoted } from './build.js';
import type { Change, Row, Value } from './changes.js';
import type { KeptTable } from './kept-table.js';
import { Recent } from './recent.js';
import { columnsOf, exactSum, keyOf, valuesOf } from './rows.js';
import { listed, matching, placesFor } from './sql.js';
import { clockColumns, ordinal } from './table-sql.js';

/** What an account holds after its latest entry, and which entry of the account that was. */
interface Latest {
  readonly balance: number;
  readonly ordinal: number;
}
const none: Latest = { balance: 0, ordinal: 0 };

/** Entries in the order of the log, with the balance that each leaves on its account and its number there. */
export class KeptEntries implements KeptTable {
  readonly #columns: ReturnType<typeof columnsOf>;
  readonly #insert: Database.Statement<Value[]>;
  readonly #balances: RunningBalances | undefined;

  constructor(db: Database.Database, table: string, declared: AnyTable) {
    const { columns, balance } = declared;
    const into = [...Object.keys(columns), ...clockColumns.entries, ...(balance ? [balance.column, ordinal] : [])];
    this.#columns = columnsOf(declared);
    this.#insert = db.prepare(`INSERT INTO ${quoted(table)} (${listed(into)}) VALUES (${placesFor(into.length)})`);
    this.#balances = balance && new RunningBalances(db, table, balance);
  }

  carryOut({ row }: Change, position: Position, line: number): boolean {
    this.#insert.run(...valuesOf(row, this.#columns), position, line, ...(this.#balances?.after(row) ?? []));
    return true;
  }

  settle(): void {
    // Nothing is held back: an entry is never changed.
  }

  forget(): void {
    this.#balances?.forget();
  }
}

/** Balances of accounts as they run, remembered so that a busy account is not looked up for each of its entries. */
class RunningBalances {
  readonly #of: NonNullable<AnyTable['balance']>;
  readonly #last: Database.Statement<Value[], Latest>;
  readonly #latest = new Recent<Latest>();

  constructor(db: Database.Database, table: string, of: NonNullable<AnyTable['balance']>) {
    this.#of = of;
    this.#last = db.prepare(`SELECT ${quoted(of.column)} AS balance, ${ordinal} AS ordinal FROM ${quoted(table)} WHERE ${matching(of.per)} ORDER BY position DESC, line DESC LIMIT 1`);
  }

  /** The balance that an entry leaves, and its number. */
  after(row: Row): readonly [balance: number, ordinal: number] {
    const account = this.#of.per.map((column) => row[column] as Value);
    const name = keyOf(account);
    const before = this.#latest.get(name) ?? this.#last.get(...account) ?? none;
    const next = { balance: exactSum(this.#of.column, before.balance, row[this.#of.of]), ordinal: before.ordinal + 1 };
    this.#latest.set(name, next);
    return [next.balance, next.ordinal];
  }

  forget(): void {
    this.#latest.clear();
  }
}
