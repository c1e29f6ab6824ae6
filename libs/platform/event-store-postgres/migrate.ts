import type pg from 'pg';
import { shown } from '#platform/databases';
import { StoreFault } from '#platform/event-store';
import { newClient } from './client.js';
import { withFaults } from './faults.js';
import { patiently } from './patience.js';
import { steps } from './schema.js';
import { type Place } from './settings.js';

const oldest = { number: 130_000, name: 'PostgreSQL 13' };
/** Longer than another process takes to make the schema. */
const longestWait = '15s';

/** Brings the schema up to date, or makes it. Several processes may start at once: one does the work, the others wait for it. */
export async function migrate(place: Place): Promise<void> {
  const { address, schema, waits } = place;
  if (!/^[a-z_][a-z0-9_]{0,49}$/.test(schema)) throw new StoreFault('invalid', `"${schema}" cannot be the name of a schema: write small letters, digits and underscores`);
  await withFaults(address, () =>
    patiently(waits.reach, async () => {
      const client = newClient(place, 'migrate', () => undefined); // the question that was under way rejects
      await client.connect();
      try {
        await mustBeUsable(client, address);
        if ((await schemaOf(client, place)) < steps.length) await carryOut(client, place);
      } finally {
        await client.end();
      }
    }),
  );
}

async function mustBeUsable(client: pg.Client, address: string): Promise<void> {
  const { rows } = await client.query<{ encoding: string; version: number; standby: boolean }>(`
    SELECT current_setting('server_encoding') AS encoding, current_setting('server_version_num')::int AS version, pg_is_in_recovery() AS standby`);
  const { encoding, version, standby } = rows[0] ?? { encoding: '', version: 0, standby: false };
  const refuse = (what: string): never => {
    throw new StoreFault('invalid', `${shown(address)}: ${what}`);
  };
  if (encoding !== 'UTF8') refuse(`the database is encoded as ${encoding}, and records are hashed as UTF-8. Make it with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0`);
  if (version < oldest.number) refuse(`the server is older than ${oldest.name}. Upgrade it`);
  if (standby) refuse('this server is a standby and only answers questions. Name the primary in the address');
}

async function carryOut(client: pg.Client, place: Place): Promise<void> {
  const { schema } = place;
  await client.query('BEGIN');
  try {
    await client.query("SELECT set_config('lock_timeout', $1, true), pg_advisory_xact_lock(hashtextextended($2, 0))", [longestWait, `tallystick event log ${schema}`]);
    const from = await schemaOf(client, place); // another process may have been quicker
    // Asked first: a user without the right to make schemas may be given one.
    if (from === 0 && !(await has(client, 'SELECT FROM pg_namespace WHERE nspname = $1', schema))) await client.query(`CREATE SCHEMA ${schema}`);
    for (const step of steps.slice(from)) await client.query(step.replaceAll('{schema}', schema).replaceAll('{channel}', schema));
    await client.query(`INSERT INTO ${schema}.store_meta VALUES ('schema', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, [String(steps.length)]);
    await client.query('COMMIT');
  } catch (problem) {
    await Promise.allSettled([client.query('ROLLBACK')]); // the first trouble is the one to tell
    throw problem;
  }
}

const has = async (client: pg.Client, question: string, schema: string): Promise<boolean> => ((await client.query(question, [schema])).rowCount ?? 0) > 0;

/** 0 where nothing is. Refuses what is not ours and what a newer version wrote. Tables are looked at in one moment: another process may be making them. */
async function schemaOf(client: pg.Client, { address, schema }: Place): Promise<number> {
  const { rows: tables } = await client.query<{ name: string }>('SELECT tablename AS name FROM pg_tables WHERE schemaname = $1', [schema]);
  if (tables.length === 0) return 0;
  if (!tables.some(({ name }) => name === 'store_meta')) {
    throw new StoreFault('invalid', `${shown(address)}: the schema ${schema} holds tables of something else. Choose another database for the log`);
  }
  const { rows } = await client.query<{ value: string }>(`SELECT value FROM ${schema}.store_meta WHERE key = 'schema'`);
  const found = Number(rows[0]?.value ?? 0);
  if (found > steps.length) {
    throw new StoreFault('invalid', `${shown(address)}: the log was written by a newer version of Tallystick (schema ${found}; this version knows ${steps.length}). Run the newer version`);
  }
  return found;
}
