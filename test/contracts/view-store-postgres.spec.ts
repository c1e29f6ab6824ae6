import { createHash } from 'node:crypto';
import { openPostgresViews } from '#platform/view-store-postgres';
import type { OpensDatabase } from '../../libs/platform/view-store/testing/opened-views.js';
import { viewStoreContract } from '../../libs/platform/view-store/testing/contract.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

requireService('postgres')('On a real server', () => {
  let postgres: PostgresServer;
  let address: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    address = await postgres.newDatabase();
  });
  afterAll(() => postgres.stop());

  /** Each name of a file is a schema here. */
  const opens: OpensDatabase = (file, onQuery) =>
    openPostgresViews({ address, schema: `views ${createHash('sha256').update(file).digest('hex').slice(0, 16)}`, connections: 4, ...(onQuery ? { onQuery } : {}) });

  it('is laid out once, however many processes come first together', async () => {
    const together = await Promise.all(Array.from({ length: 6 }, () => openPostgresViews({ address, schema: 'together' })));
    for (const each of together) expect(await each.books.selectFrom('builds').selectAll().execute()).toEqual([]);
    await Promise.all(together.map((each) => each.close()));
  });

  it('is refused when another version laid it out, and never says its password', async () => {
    const views = await openPostgresViews({ address, schema: 'other' });
    expect(views.place).toMatch(/^schema other of t_\w+ on 127\.0\.0\.1:\d+$/);
    await views.close();
    await postgres.query("COMMENT ON TABLE other.builds IS '99'", address);
    await expect(openPostgresViews({ address, schema: 'other' })).rejects.toThrow(/another version of Tallystick \(99.*DROP SCHEMA "other" CASCADE/);
  });

  viewStoreContract('Views in PostgreSQL', () => opens, 6);
});
