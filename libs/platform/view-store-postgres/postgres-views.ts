import { type CompiledQuery, Kysely, PostgresDialect, type LogEvent } from 'kysely';
import pg from 'pg';
import { faultOf, numbersAsNumbers, shown } from '#platform/databases';
import { StoreFault } from '#platform/event-store';
import { quoted, type Books, type Query, type StoredTable, type Value, type ViewDatabase, type WrittenBatch } from '#platform/view-store';
import { failureOf } from './failures.js';
import { layOut } from './layout.js';
import { nullsFirst } from './nulls-first.js';
import { isBackendGone, Presence } from './presence.js';
import { spelling } from './spelling.js';
import { latestBalancesOf, standingOf, writing, type Statement } from './statements.js';

export interface PostgresViewsOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly address: string;
  readonly schema?: string;
  /** Connections for questions; those that write are as many as the views of a worker, up to four. */
  readonly connections?: number;
  /** Hears every query that a question makes, after it ran. */
  readonly onQuery?: (query: Query) => void;
}

/** Opens the schema that views are kept in, and makes it if it is not there: one process at a time, whoever comes first. Throws StoreFault, which masks the password. */
export async function openPostgresViews({ address, schema = 'tallystick_views', connections = 8, onQuery }: PostgresViewsOptions): Promise<ViewDatabase> {
  if (!URL.canParse(address)) throw new StoreFault('invalid', `"${shown(address)}" is no address of a PostgreSQL server. Write one like postgres://user:password@host:5432/database`);
  const config: pg.ClientConfig = { connectionString: address, application_name: 'tallystick views', types: numbersAsNumbers, connectionTimeoutMillis: 5_000, query_timeout: 60_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 };
  await layOut(config, schema).catch((problem: unknown) => Promise.reject(faultOf(address, problem) as Error));
  return new PostgresViews(config, schema, connections, onQuery);
}

/** Questions are small: compiling them to machine code takes longer than answering them. */
const asking = ['jit=off', 'idle_in_transaction_session_timeout=60s'];
/**
 * Views can be made again from the log, so a commit need not wait for the disk. Keys are always looked up one by one in an
 * index: a plan that was made while a table was empty must not go on reading all of it.
 */
const keeping = [...asking, 'synchronous_commit=off', 'lock_timeout=3s', 'enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off', 'plan_cache_mode=force_generic_plan'];

/** Making an index of a long table takes minutes; whatever else takes longer than a minute hangs. */
const anHour = 3_600_000;

class PostgresViews implements ViewDatabase {
  readonly place: string;
  readonly spelling = spelling;
  readonly isConcurrent = true;
  readonly largestBatch = 4_000;
  readonly pollMilliseconds = 250;
  readonly books: Kysely<Books>;
  readonly failureOf = failureOf;
  readonly #questions: Kysely<Books>;
  readonly #reading: pg.Pool;
  readonly #writing: pg.Pool;
  /** Indexes are made one after the other, apart: minutes of it must not keep anybody from saying that they are alive. */
  readonly #making: pg.Pool;
  readonly #presence: Presence;
  readonly #channel: string;
  #announcing: Promise<void> | undefined;

  constructor(config: pg.ClientConfig, schema: string, connections: number, onQuery?: (query: Query) => void) {
    const at = (settings: readonly string[]): string => [`search_path=${quoted(schema).replaceAll(' ', '\\ ')}`, ...settings].map((setting) => `-c ${setting}`).join(' ');
    const log = onQuery && (({ query: { sql, parameters }, queryDurationMillis }: LogEvent) => onQuery({ sql, parameters, milliseconds: queryDurationMillis }));
    this.#reading = poolOf({ ...config, options: at(asking), max: connections });
    this.#writing = poolOf({ ...config, options: at(keeping), max: 4 });
    this.#making = poolOf({ ...config, options: at(keeping), max: 1, connectionTimeoutMillis: 0 });
    const dialect = (): PostgresDialect => new PostgresDialect({ pool: this.#reading });
    this.books = new Kysely<Books>({ dialect: dialect(), plugins: [nullsFirst()] });
    this.#questions = new Kysely<Books>({ dialect: dialect(), plugins: [nullsFirst()], ...(log ? { log } : {}) });
    this.#channel = schema;
    this.#presence = new Presence(config, schema);
    const { host, port, database } = new pg.Client(config);
    this.place = `schema ${schema} of ${database ?? 'the database'} on ${host}:${port}`;
  }

  snapshot<T>(read: (db: Kysely<Books>) => Promise<T>): Promise<T> {
    return this.#questions.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
  }

  async write(first: CompiledQuery, ...rest: readonly CompiledQuery[]): Promise<boolean> {
    const client = await this.#writing.connect();
    try {
      await client.query('BEGIN');
      const { rowCount } = await client.query(first.sql, [...first.parameters]);
      const isDone = rowCount !== null && rowCount > 0;
      if (isDone) for (const { sql, parameters } of rest) await client.query(sql, [...parameters]);
      await client.query(isDone ? 'COMMIT' : 'ROLLBACK');
      client.release();
      return isDone;
    } catch (error) {
      client.release(true); // whatever its transaction had begun ends with it
      throw error;
    }
  }

  async make(statements: readonly string[]): Promise<void> {
    for (const text of statements) {
      const patient = { text, query_timeout: anHour };
      await this.#making.query(patient);
    }
  }

  standing(table: StoredTable, keys: readonly (readonly Value[])[]): Promise<readonly (readonly Value[])[]> {
    return this.#find(standingOf(table, keys));
  }

  latestBalances(table: StoredTable, accounts: readonly (readonly Value[])[]): Promise<readonly (readonly Value[])[]> {
    return this.#find(latestBalancesOf(table, accounts));
  }

  async commit(batch: WrittenBatch): Promise<boolean> {
    const { rows: [came] } = await this.#writing.query<{ moved: number }>(prepared(writing(batch)));
    return came?.moved === 1;
  }

  /** One at a time, and without waiting: a hint that is late or lost costs a poll. */
  announce(): void {
    this.#announcing ??= this.#writing.query(`NOTIFY ${quoted(this.#channel)}`).then(() => undefined, () => undefined).finally(() => (this.#announcing = undefined));
  }

  hear(moved: () => void): () => void {
    return this.#presence.hear(moved);
  }

  signIn(): Promise<string> {
    return this.#presence.signIn();
  }

  isGone(worker: string): Promise<boolean> {
    return isBackendGone(this.#reading, worker);
  }

  async close(): Promise<void> {
    await this.#presence.close();
    await this.#announcing;
    await Promise.all([this.#reading.end(), this.#writing.end(), this.#making.end()]);
  }

  async #find(statement: Statement): Promise<readonly (readonly Value[])[]> {
    const { rows } = await this.#writing.query<Value[]>({ ...prepared(statement), rowMode: 'array' });
    return rows;
  }
}

const prepared = ({ name, text, values }: Statement) => ({ name, text, values: [...values] });

/** A connection that is lost while nobody uses it is replaced by the pool; whoever uses one is told by their own query. */
function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined)); // unheard, the loss of one that is in use would end the process
  return pool;
}
