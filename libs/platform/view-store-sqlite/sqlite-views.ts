import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type Database from 'better-sqlite3';
import { Kysely, SqliteDialect, type CompiledQuery, type LogEvent } from 'kysely';
import type { Books, Failure, Query, StoredTable, Value, ViewDatabase, WrittenBatch } from '#platform/view-store';
import { prepareTable, type PreparedTable } from './prepared-table.js';
import { spelling } from './spelling.js';
import { openForReading, openViewFile } from './view-file.js';

export interface SqliteViewsOptions {
  readonly file: string;
  /** How long to wait for another process that writes. */
  readonly busyMilliseconds?: number;
  /** The file grows no further than this: how a test fills a disk. */
  readonly maxPages?: number;
  /** Hears every query that a question makes, after it ran. */
  readonly onQuery?: (query: Query) => void;
}

type Finding = Database.Statement<Value[], Value[]>;

/** Opens the file that views are kept in, and makes it if it is not there. */
export const openSqliteViews = ({ busyMilliseconds = 5_000, ...options }: SqliteViewsOptions): Promise<ViewDatabase> =>
  new Promise((resolve) => resolve(new SqliteViews({ busyMilliseconds, ...options })));

/**
 * One connection writes, and nothing is awaited inside its transactions, or statements of others would fall into them.
 * They are immediate: one that began by reading could not wait for another process.
 */
class SqliteViews implements ViewDatabase {
  readonly place: string;
  readonly spelling = spelling;
  readonly isConcurrent = false;
  readonly largestBatch = 500;
  readonly pollMilliseconds = 25;
  readonly books: Kysely<Books>;
  readonly #db: Database.Database;
  readonly #reading: Kysely<Books>;
  readonly #openReading: () => Kysely<Books>;
  readonly #prepared = new WeakMap<StoredTable, PreparedTable>();
  readonly #me = `${hostname()} ${process.pid} ${randomUUID()}`;
  readonly #commit: Database.Transaction<(batch: WrittenBatch) => boolean>;
  readonly #write: Database.Transaction<(statements: readonly CompiledQuery[]) => boolean>;

  constructor({ file, busyMilliseconds, maxPages, onQuery }: Required<Pick<SqliteViewsOptions, 'file' | 'busyMilliseconds'>> & SqliteViewsOptions) {
    const log = onQuery && (({ query: { sql, parameters }, queryDurationMillis }: LogEvent) => onQuery({ sql, parameters, milliseconds: queryDurationMillis }));
    this.place = file;
    this.#db = openViewFile(file, busyMilliseconds);
    if (maxPages !== undefined) this.#db.pragma(`max_page_count = ${maxPages}`);
    this.books = new Kysely<Books>({ dialect: new SqliteDialect({ database: this.#db }) });
    this.#openReading = () => new Kysely<Books>({ dialect: new SqliteDialect({ database: openForReading(file, busyMilliseconds) }), ...(log ? { log } : {}) });
    this.#reading = this.#openReading();
    this.#write = this.#db.transaction((statements) => this.#run(statements));
    this.#commit = this.#db.transaction((batch) => this.#put(batch));
  }

  async snapshot<T>(read: (db: Kysely<Books>) => Promise<T>, { isLong = false }: { readonly isLong?: boolean } = {}): Promise<T> {
    const reading = isLong ? this.#openReading() : this.#reading;
    try {
      return await reading.transaction().execute(read);
    } finally {
      if (isLong) await reading.destroy();
    }
  }

  async write(first: CompiledQuery, ...rest: readonly CompiledQuery[]): Promise<boolean> {
    return this.#write.immediate([first, ...rest]);
  }

  async make(statements: readonly string[]): Promise<void> {
    for (const sql of statements) this.#db.exec(sql);
  }

  async standing(table: StoredTable, keys: readonly (readonly Value[])[]): Promise<readonly (readonly Value[])[]> {
    return findEach(this.#prepare(table).standing, keys);
  }

  async latestBalances(table: StoredTable, accounts: readonly (readonly Value[])[]): Promise<readonly (readonly Value[])[]> {
    return findEach(this.#prepare(table).latest, accounts);
  }

  async commit(batch: WrittenBatch): Promise<boolean> {
    return this.#commit.immediate(batch);
  }

  announce(): void {
    // Who waits looks for themselves: a file has nobody who could tell them.
  }

  hear(): () => void {
    return () => undefined;
  }

  async signIn(): Promise<string> {
    return this.#me;
  }

  /** The file lies on one machine, and so do all who use it. */
  async isGone(worker: string): Promise<boolean> {
    const [host, pid] = worker.split(' ');
    if (host !== hostname() || Number(pid) === process.pid) return false;
    try {
      return !process.kill(Number(pid), 0);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ESRCH';
    }
  }

  failureOf(error: unknown): Failure {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^SQLITE_(CONSTRAINT|TOOBIG|MISMATCH|RANGE)/.test(code)) return 'row';
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'in-use';
    return code === 'SQLITE_ERROR' && /no such table/.test((error as Error).message) ? 'gone' : 'machine';
  }

  async close(): Promise<void> {
    await this.#reading.destroy();
    await this.books.destroy();
  }

  #run([first, ...rest]: readonly CompiledQuery[]): boolean {
    if (!first || this.#db.prepare<unknown[]>(first.sql).run(...first.parameters).changes === 0) return false;
    for (const { sql, parameters } of rest) this.#db.prepare<unknown[]>(sql).run(...parameters);
    return true;
  }

  #put({ build: { name, version, number }, from, to, mark, tables, absences }: WrittenBatch): boolean {
    const moved = this.#db.prepare('UPDATE builds SET position = ?, mark = ? WHERE name = ? AND version = ? AND number = ? AND position = ? AND fault IS NULL').run(to, mark, name, version, number, from);
    if (moved.changes !== 1) return false;
    for (const { table, closes, inserts } of tables) {
      const { close, insert } = this.#prepare(table);
      for (const closed of closes) close?.run(...[closed.at(-1) as Value, ...closed.slice(0, -1)]);
      for (const row of inserts) insert.run(...row);
    }
    const absence = this.#db.prepare('INSERT INTO absences VALUES (?, ?, ?, ?, ?, ?)');
    for (const { position, table, key } of absences) absence.run(name, version, number, position, table, JSON.stringify(key));
    return true;
  }

  #prepare(table: StoredTable): PreparedTable {
    const prepared = this.#prepared.get(table) ?? prepareTable(this.#db, table);
    this.#prepared.set(table, prepared);
    return prepared;
  }
}

const findEach = (statement: Finding | undefined, keys: readonly (readonly Value[])[]): Value[][] => keys.flatMap((key) => {
  const found = statement?.get(...key);
  return found ? [found] : [];
});
