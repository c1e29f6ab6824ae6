import { chmodSync, existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver, type QueryResult, type TransactionSettings } from 'kysely';
import { faultOf } from './faults.js';

/** Longer than any transaction of ours takes. */
const patienceMilliseconds = 5_000;
/** How long this process stands still for another's lock; after that it waits without holding anybody up: the lock may be its own. */
const busyMilliseconds = 20;
const pauseMilliseconds = 5;

/** Opens a file, for its owner only; ':memory:' keeps nothing. A commit is on the disk when it is done. */
export function openFile(file: string): Database {
  const isNew = file !== ':memory:' && !existsSync(file);
  const database = new SqliteDatabase(file, { timeout: busyMilliseconds });
  if (isNew) chmodSync(file, 0o600);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  return database;
}

/** SQLite whose transactions take the write lock when they begin: one that reads first could not write any more once another process had. */
export class WritingSqliteDialect extends SqliteDialect {
  constructor(
    private readonly file: string,
    private readonly database: Database,
  ) {
    super({ database });
  }

  override createDriver(): Driver {
    return new WritingDriver(this.file, this.database);
  }
}

class WritingDriver extends SqliteDriver {
  readonly #connection: DatabaseConnection;

  constructor(file: string, database: Database) {
    super({ database });
    this.#connection = new FileConnection(file, database);
  }

  override acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection);
  }

  override async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings = {}): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'));
  }
}

/** The connection to a file. What SQLite throws leaves as a StoreFault where it is the machine's doing. */
class FileConnection implements DatabaseConnection {
  constructor(
    private readonly file: string,
    private readonly database: Database,
  ) {}

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const until = performance.now() + patienceMilliseconds;
    for (;;) {
      try {
        return this.#execute(query);
      } catch (problem) {
        // What met a lock did nothing. Transactions take theirs when they begin, so nothing within one ever does.
        if (!isBusy(problem) || performance.now() > until) throw faultOf(this.file, problem);
      }
      await wait(pauseMilliseconds);
    }
  }

  #execute<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const statement = this.database.prepare<unknown[], Row>(sql);
    if (statement.reader) return { rows: statement.all(...parameters) };
    return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
  }

  async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    for (const row of this.database.prepare<unknown[], Row>(sql).iterate(...parameters)) yield { rows: [row] };
  }
}

const isBusy = (problem: unknown): boolean => typeof problem === 'object' && problem !== null && 'code' in problem && String(problem.code).startsWith('SQLITE_BUSY');
