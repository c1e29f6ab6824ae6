import pg from 'pg';
import { StoreFault } from '#platform/event-store';
import { booksSql, layout, quoted } from '#platform/view-store';
import { spelling } from './spelling.js';

/** Any number will do, as long as nobody else means something by it: one process at a time lays out. */
const layingOut = 7_205_759_403;

/**
 * Makes the schema and its books where they are missing. What another version laid out is refused, and so is a database
 * that does not keep text as UTF-8.
 */
export async function layOut(config: pg.ClientConfig, schema: string): Promise<void> {
  const client = new pg.Client(config);
  client.on('error', () => undefined); // the question that was under way rejects; unheard, the loss of the connection would end the process
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [layingOut]);
    const { rows: [here] } = await client.query<{ encoding: string; found: string | null }>(
      "SELECT current_setting('server_encoding') AS encoding, obj_description(to_regclass($1), 'pg_class') AS found", [`${quoted(schema)}.builds`]);
    if (here?.encoding !== 'UTF8') throw new StoreFault('invalid', `The database keeps text as ${here?.encoding}. Make one with: CREATE DATABASE … ENCODING 'UTF8'`);
    await makeBooks(client, schema, here.found);
    await client.query('COMMIT');
  } finally {
    await client.end(); // what was not committed is undone
  }
}

async function makeBooks(client: pg.Client, schema: string, found: string | null): Promise<void> {
  if (found === String(layout)) return;
  const name = quoted(schema);
  if (found !== null) throw new StoreFault('invalid', `The schema ${schema} was laid out by another version of Tallystick (${found}, this one knows ${layout}). Start that one, or drop it with: DROP SCHEMA ${name} CASCADE. Views are made from the log`);
  const { rowCount: schemas } = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema]);
  if (schemas === 0) await client.query(`CREATE SCHEMA ${name}`); // asked first: a user without the right to make schemas may be given one
  await client.query(`SET LOCAL search_path TO ${name}`);
  for (const sql of booksSql(spelling)) await client.query(sql);
  await client.query(`COMMENT ON TABLE builds IS '${layout}'`);
}
