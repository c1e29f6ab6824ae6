import pg from 'pg';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { faultOf } from './faults.js';
import type { PoolOptions } from './pool-options.js';
import { numbersAsNumbers } from './postgres-types.js';

const seconds = 1_000;

/** Connections of pg as Kysely takes them. */
export function poolOf({ address, connections = 10, name, statementMilliseconds = 30 * seconds }: PoolOptions): PostgresPool {
  const pool = new pg.Pool({
    connectionString: address, max: connections, application_name: name, types: numbersAsNumbers, keepAlive: true, connectionTimeoutMillis: 5 * seconds, idleTimeoutMillis: 30 * seconds,
    statement_timeout: statementMilliseconds, lock_timeout: 10 * seconds, idle_in_transaction_session_timeout: 30 * seconds,
  });
  pool.on('connect', (client) => client.on('error', () => undefined)); // whoever uses it is told by their own query; unheard, the error would end the process
  pool.on('error', () => undefined); // a connection that nobody uses was lost: the pool lets go of it, and whoever asks next opens another or is told why not
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect().catch((problem: unknown) => Promise.reject(faultOf(address, problem) as Error));
      const known = clients.get(client) ?? new Connection(client, address);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

class Connection implements PostgresPoolClient {
  constructor(
    private readonly client: pg.PoolClient,
    private readonly address: string,
  ) {}

  query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(sql: never): never & Row;
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<PostgresQueryResult<Row>> {
    try {
      return (await this.client.query(sql, parameters.map(storable))) as unknown as PostgresQueryResult<Row>;
    } catch (problem) {
      throw faultOf(this.address, problem);
    }
  }

  release(destroy?: boolean): void {
    this.client.release(destroy);
  }
}

/** PostgreSQL's texts hold every character but U+0000. Whoever sends one is answered as for any other word that is not there. */
const storable = (parameter: unknown): unknown => (typeof parameter === 'string' && parameter.includes('\0') ? parameter.replaceAll('\0', '\uFFFD') : parameter);
