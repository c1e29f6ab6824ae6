import { setTimeout as sleep } from 'node:timers/promises';
import { openPool } from '#platform/databases';
import { openPostgresLine, type PostgresLine } from '../campaigns/outages/postgres-line.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

requireService('postgres')('a connection that breaks off while it is asked something', () => {
  let postgres: PostgresServer;
  let line: PostgresLine;
  beforeAll(async () => {
    postgres = await startPostgres();
    line = await openPostgresLine(postgres.port);
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await postgres.stop();
  });

  test('is told to whoever asked, ends no process, and the next who asks has another', async () => {
    const address = new URL(postgres.address());
    address.port = String(line.port);
    const pool = await openPool({ address: address.href, name: 'broken off' });
    const client = await pool.connect();
    const asked = expect(client.query('SELECT pg_sleep(10)', [])).rejects.toMatchObject({ name: 'StoreFault', kind: 'unreachable' });
    await sleep(200);
    line.restore();
    await asked;
    client.release(true);
    const next = await pool.connect();
    expect((await next.query('SELECT 1 AS one', [])).rows).toEqual([{ one: 1 }]);
    next.release();
    await pool.end();
  });
});
