import type { PostgresPool } from 'kysely';
import { StoreFault } from '#platform/event-store';
import { shown } from './address.js';
import type { PoolOptions } from './pool-options.js';

/**
 * Connections to a PostgreSQL server, opened when they are asked for. What the driver throws leaves as a StoreFault that masks
 * the password. Throws StoreFault 'invalid' for an address that cannot be read.
 */
export async function openPool(options: PoolOptions): Promise<PostgresPool> {
  // The parser's own error would repeat the address, password and all.
  if (!URL.canParse(options.address)) throw new StoreFault('invalid', `"${shown(options.address)}" is no address of a PostgreSQL server. Write one like postgres://user:password@host:5432/database`);
  return (await import('./postgres-pool.js')).poolOf(options); // the driver is loaded where a server is used
}
