import pg from 'pg';
import { shown } from '#platform/databases';
import { StoreFault } from '#platform/event-store';

/** How long this side and the server wait for one another, in milliseconds. */
export interface Waits {
  /** For an answer, before the connection is given up. The server itself stops a little earlier. */
  readonly answer: number;
  /** For the head, while other processes hold it. */
  readonly head: number;
  /** For a server that is out of reach, before whoever asked is told. Nothing is asked twice that could be done twice. */
  readonly reach: number;
}

export const usualWaits: Waits = { answer: 20_000, head: 5_000, reach: 10_000 };

/** Where the log is, for every connection to it. */
export interface Place {
  readonly address: string;
  /** Of the database: small letters, digits and underscores. */
  readonly schema: string;
  readonly waits: Waits;
}

const positions = pg.types.builtins.INT8;

/** Positions and versions are safe integers; the driver alone would give texts. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === positions ? Number : (pg.types.getTypeParser as (oid: number, format?: string) => unknown)(oid, format)) as typeof pg.types.getTypeParser,
};

/**
 * Every question has its index, whose order is the order that is asked for. Left to guess, a server that has not yet counted a
 * growing table sorts its pages on the disk, or keeps a plan that was made when the log was empty. Planned once: planning anew
 * for each batch took longer than storing a small one.
 */
const plans = '-c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off -c jit=off -c plan_cache_mode=force_generic_plan';

/** The settings of one connection. `name` is what pg_stat_activity shows an operator. */
export function settingsOf({ address, schema, waits }: Place, name: string): pg.ClientConfig {
  if (!URL.canParse(address)) {
    throw new StoreFault('invalid', `"${shown(address)}" is not an address of a PostgreSQL server: write postgres://user:password@host:5432/database`);
  }
  return {
    connectionString: address,
    application_name: `tallystick ${schema} ${name}`,
    types,
    options: plans,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000, // a connection that only listens would else not notice for hours that the other end is gone
    connectionTimeoutMillis: Math.min(5_000, waits.answer),
    query_timeout: waits.answer,
    statement_timeout: Math.ceil(waits.answer * 0.9),
    lock_timeout: waits.head,
    idle_in_transaction_session_timeout: waits.answer,
  };
}
