import { sql, type QueryExecutorProvider } from 'kysely';

/**
 * Statements that bring a database from nothing to what the program needs, in their order. Stored: a step that was shipped is
 * never changed. Each only adds, so that the program before it runs on beside it while servers are replaced one by one.
 */
export type Steps = readonly string[];

export interface Layout {
  /** Whose steps they are: two rooms may share a schema. */
  readonly of: string;
  readonly sqlite: Steps;
  /** `{schema}` stands for the schema. */
  readonly postgres: Steps;
}

const longestWait = '60s';

/** Carries out the steps that are missing in a file. The transaction must hold the write lock. */
export async function layOutFile(db: QueryExecutorProvider, { of, sqlite: steps }: Layout): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS layout (of TEXT PRIMARY KEY, steps INTEGER NOT NULL) STRICT`.execute(db);
  const { rows } = await sql<{ steps: number }>`SELECT steps FROM layout WHERE of = ${of}`.execute(db);
  await missing(db, steps, rows[0]?.steps ?? 0);
  await sql`INSERT INTO layout (of, steps) VALUES (${of}, ${steps.length}) ON CONFLICT (of) DO UPDATE SET steps = max(layout.steps, excluded.steps)`.execute(db);
}

/** The same in a schema of a server: of several programs that start at once one carries the steps out, and the others wait for it. */
export async function layOutSchema(db: QueryExecutorProvider, schema: string, { of, postgres: steps }: Layout): Promise<void> {
  await sql`SELECT set_config('lock_timeout', ${longestWait}, true), pg_advisory_xact_lock(hashtextextended(${`${schema} layout`}, 0))`.execute(db);
  const exists = await sql`SELECT 1 FROM pg_namespace WHERE nspname = ${schema}`.execute(db);
  if (exists.rows.length === 0) await sql`CREATE SCHEMA ${sql.id(schema)}`.execute(db); // asked first: a user without the right to make schemas may be given one
  const table = sql.table(`${schema}.layout`);
  const laid = await sql<{ name: string | null }>`SELECT to_regclass(${`${schema}.layout`})::text AS name`.execute(db);
  if (laid.rows[0]?.name === null) await sql`CREATE TABLE ${table} ("of" text PRIMARY KEY, steps integer NOT NULL)`.execute(db);
  const { rows } = await sql<{ steps: number }>`SELECT steps FROM ${table} WHERE "of" = ${of}`.execute(db);
  const done = rows[0]?.steps ?? 0;
  if (done >= steps.length) return;
  await missing(db, steps.map((step) => step.replaceAll('{schema}', `"${schema}"`)), done);
  await sql`INSERT INTO ${table} AS l ("of", steps) VALUES (${of}, ${steps.length}) ON CONFLICT ("of") DO UPDATE SET steps = excluded.steps`.execute(db);
}

async function missing(db: QueryExecutorProvider, steps: Steps, done: number): Promise<void> {
  for (const step of steps.slice(done)) await sql.raw(step).execute(db);
}
