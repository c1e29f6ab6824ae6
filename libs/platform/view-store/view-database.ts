import type { CompiledQuery, Kysely } from 'kysely';
import type { AnyTable } from '#kernel';
import type { Position } from '#platform/event-store';
import type { Build } from './build.js';
import type { Books } from './books.js';
import type { Value } from './changes.js';
import type { Spelling } from './table-sql.js';

/** A table of a build, under the name that it has in the database. */
export interface StoredTable {
  readonly name: string;
  readonly declared: AnyTable;
}

/** What a batch does to a table. Versions that end are closed before any are inserted. */
export interface TableWrites {
  readonly table: StoredTable;
  /** In the order of closingColumns. */
  readonly closes: readonly (readonly Value[])[];
  /** In the order of storedColumns. */
  readonly inserts: readonly (readonly Value[])[];
}

/** A batch of events as it is written: all of it, or nothing where the build no longer stands at `from`. */
export interface WrittenBatch {
  readonly build: Build;
  readonly from: Position;
  readonly to: Position;
  readonly mark: string;
  readonly tables: readonly TableWrites[];
  readonly absences: readonly { readonly position: Position; readonly table: string; readonly key: unknown }[];
}

/**
 * What went wrong: a table is `gone` because its build was dropped, something is `in-use` by others, a `row` is not taken
 * by its table and never will be, or the `machine` failed and may be asked again.
 */
export type Failure = 'gone' | 'in-use' | 'row' | 'machine';

/**
 * The database that views are kept in. What they have in common goes through Kysely; here is what they do differently.
 * Every promise rejects with the driver's own error, which `failureOf` tells apart.
 */
export interface ViewDatabase {
  /** Where it is, for people: never with a password. */
  readonly place: string;
  readonly spelling: Spelling;
  /** Whether several connections write at once: then views are written side by side, and shared out among processes. */
  readonly isConcurrent: boolean;
  /** Events written at a time when a view is far behind. */
  readonly largestBatch: number;
  /** How often to look how far views have come, while somebody waits and no hint comes. */
  readonly pollMilliseconds: number;
  /** The books, outside any snapshot. Statements are built here too, for `write`. */
  readonly books: Kysely<Books>;
  /** One moment of books and rows; `isLong` for what reads for so long that questions should not wait for it. */
  snapshot<T>(read: (db: Kysely<Books>) => Promise<T>, options?: { readonly isLong?: boolean }): Promise<T>;
  /** One transaction that has its lock from the start. Where the first statement changes no row, nothing else is done: false. */
  write(first: CompiledQuery, ...rest: readonly CompiledQuery[]): Promise<boolean>;
  /** Runs statements that may take long, each by itself. */
  make(statements: readonly string[]): Promise<void>;
  /** The versions that stand, of the keys that have one, in any order: own columns, then `from_position`. */
  standing(table: StoredTable, keys: readonly (readonly Value[])[]): Promise<readonly (readonly Value[])[]>;
  /** The latest entry of the accounts that have one, in any order: the account, its balance, its ordinal. */
  latestBalances(table: StoredTable, accounts: readonly (readonly Value[])[]): Promise<readonly (readonly Value[])[]>;
  /** False when the build is no longer where it was, or was stopped: another runner has been here. */
  commit(batch: WrittenBatch): Promise<boolean>;
  /** Tells other processes, as a hint, that views have moved. */
  announce(): void;
  /** Calls whenever another process says so, until what is returned is called. */
  hear(moved: () => void): () => void;
  /** Who this process is to others here. It changes when the database lost sight of it. */
  signIn(): Promise<string>;
  /** Whether a process is known to be gone for good. Of most that are silent nothing is known. */
  isGone(worker: string): Promise<boolean>;
  failureOf(error: unknown): Failure;
  close(): Promise<void>;
}
