import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database that is made for a measurement and removed after it. */
export interface OwnDatabase {
  readonly address: string;
  ask(statement: string): Promise<readonly Record<string, unknown>[]>;
  drop(): Promise<void>;
}

/** Makes a database on a server; its user must be allowed to. Nothing else there is looked at or touched. */
export async function ownDatabase(server: string, purpose: string): Promise<OwnDatabase> {
  const name = `tallystick_bench_${purpose}_${randomBytes(4).toString('hex')}`;
  const address = new URL(server);
  address.pathname = `/${name}`;
  await once(server, `CREATE DATABASE ${name}`);
  return {
    address: address.href,
    ask: (statement) => once(address.href, statement),
    drop: async () => void (await once(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

async function once(address: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
