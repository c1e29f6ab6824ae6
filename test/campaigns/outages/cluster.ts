import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathOf } from '../../support/require-service.js';
import { freePort } from '../../support/servers/free-port.js';
import { makeCluster } from '../../support/servers/postgres-cluster.js';
import { serverUser } from '../../support/servers/postgres-programs.js';
import { PostgresServer, startPostgres } from '../../support/servers/postgres.js';
import { startRedis, type TestRedis } from '../../support/servers/redis.js';
import { openPostgresLine, type PostgresLine } from './postgres-line.js';
import { ownProcess, started, type Site } from './site.js';

/** Everything that a ministry runs, as it runs it, on free ports of this machine. */
export interface Cluster extends Site {
  readonly postgres: PostgresServer;
  readonly redis: TestRedis;
  /** Between all our programs and PostgreSQL. */
  readonly line: PostgresLine;
}

/** Where the adapter keeps the log, as long as it is not told otherwise. */
export const logSchema = 'tallystick_log';
const each = [1, 2] as const;

/** Two servers and two workers over one PostgreSQL (a new one, if none is given) and one Redis. `stop` ends all of it. */
export async function startCluster(folder: string, given?: PostgresServer): Promise<Cluster> {
  const postgres = given ?? (await startPostgres());
  const redis = await startRedis();
  const database = await postgres.newDatabase();
  const line = await openPostgresLine(postgres.port);
  const through = new URL(database);
  through.port = String(line.port);
  const settings = { EVENT_STORE_URL: through.href, VIEW_STORE_URL: through.href, REDIS_URL: redis.address };
  const ports = await Promise.all(each.map(freePort));
  const own = (kind: 'server' | 'worker', port: number, n: number) => ownProcess(kind, n, port, { folder: join(folder, `${kind}-${n}`), settings }, folder);
  const [servers, workers] = [each.map((n) => own('server', ports[n - 1] ?? 0, n)), each.map((n) => own('worker', 0, n))];
  return started({
    postgres, redis, line, servers, workers,
    addresses: ports.map((port) => `http://127.0.0.1:${port}`),
    beside: { folder: join(folder, 'beside'), settings: { EVENT_STORE_URL: database, VIEW_STORE_URL: database, REDIS_URL: redis.address } },
    anew: async () => ({ folder: join(folder, 'anew'), settings: { EVENT_STORE_URL: database, VIEW_STORE_URL: await postgres.newDatabase() } }),
    stop: async () => {
      await Promise.all([...servers, ...workers].map((process) => process.kill9()));
      await line.close();
      await redis.stop();
      await postgres.stop();
    },
  });
}

/** The same over a PostgreSQL whose data lies on a small disk: it keeps little of what it wrote. */
export async function startSmallCluster(folder: string, disk: string): Promise<Cluster> {
  const server = pathOf('postgres');
  const own = join(disk, 'postgres'); // goes with the server; the disk itself does not
  const { uid, gid } = serverUser();
  await mkdir(own);
  await chown(own, uid, gid);
  await makeCluster(server, join(own, 'data'));
  const settings = { listen_addresses: '127.0.0.1', max_connections: 200, shared_buffers: '32MB', min_wal_size: '32MB', max_wal_size: '64MB' };
  const postgres = new PostgresServer(server, own, settings);
  await postgres.start();
  return startCluster(folder, postgres);
}
