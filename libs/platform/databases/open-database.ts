import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { StoreFault } from '#platform/event-store';
import { fileOf, isPostgres, schemeOf, shown } from './address.js';
import { faultOf } from './faults.js';
import { openPool } from './open-pool.js';
import { layOutFile, layOutSchema, type Layout } from './layout.js';

export interface DatabaseOptions {
  /** `sqlite:<file>`, `sqlite::memory:` or `postgres://…`. */
  readonly address: string;
  /** Where the tables are in a PostgreSQL database: a name in small letters. A file holds nothing else, and needs none. */
  readonly schema: string;
  readonly layout: Layout;
  /** The most connections to a server that are open at once; 10 unless told. */
  readonly connections?: number;
}

/** A small database of ours: the same statements for a file and for a server that many programs share. */
export interface Database<Tables> {
  readonly kind: 'sqlite' | 'postgres';
  /** For single statements, each of which stands alone. */
  readonly db: Kysely<Tables>;
  /** A transaction that runs alone among all that name the same thing, in every process. It carries nothing out when `work` throws. */
  alone<T>(what: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens a database, making what it lacks. Throws StoreFault when it is out of reach. */
export async function openDatabase<Tables>(options: DatabaseOptions): Promise<Database<Tables>> {
  const { address } = options;
  if (isPostgres(address)) return openServer(options);
  if (schemeOf(address) !== 'sqlite') throw new StoreFault('invalid', `Nothing is kept at "${shown(address)}". Write sqlite:<file> or postgres://…`);
  return openEmbedded(options);
}

async function openEmbedded<Tables>({ address, layout }: DatabaseOptions): Promise<Database<Tables>> {
  const { openFile, WritingSqliteDialect } = await import('./sqlite-dialect.js');
  const file = fileOf(address);
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const opened = openOr(file, openFile);
  const db = new Kysely<Tables>({ dialect: new WritingSqliteDialect(file, opened) });
  await db.transaction().execute((transaction) => layOutFile(transaction, layout));
  // One connection, and the write lock of the file from the beginning: every transaction runs alone.
  return { kind: 'sqlite', db, alone: (_, work) => db.transaction().execute(work), close: () => db.destroy() };
}

function openOr<T>(file: string, open: (file: string) => T): T {
  try {
    return open(file);
  } catch (problem) {
    throw faultOf(file, problem);
  }
}

async function openServer<Tables>({ address, schema, layout, connections = 10 }: DatabaseOptions): Promise<Database<Tables>> {
  const bare = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: await openPool({ address, connections, name: `tallystick ${schema}` }) }) });
  try {
    await bare.transaction().execute((transaction) => layOutSchema(transaction, schema, layout));
  } catch (fault) {
    await bare.destroy();
    throw fault;
  }
  const db = bare.withSchema(schema);
  const alone: Database<Tables>['alone'] = (what, work) =>
    bare.transaction().execute(async (transaction) => {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${schema} ${what}`}, 0))`.execute(transaction);
      return work(transaction.withSchema(schema));
    });
  return { kind: 'postgres', db, alone, close: () => bare.destroy() };
}
