import { openPostgresViews } from '#platform/view-store-postgres';
import { views } from '#views';
import { OpenedViews } from '../../libs/platform/view-store/testing/opened-views.js';
import { futureCouncils } from '../../libs/views/testing/future-councils.js';
import { tell } from '../../libs/views/testing/told.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

requireService('postgres')('The same log', () => {
  let postgres: PostgresServer;
  const files = new OpenedViews();
  let servers: OpenedViews;
  beforeAll(async () => {
    postgres = await startPostgres();
    const address = await postgres.newDatabase();
    servers = new OpenedViews(() => openPostgresViews({ address }));
  });
  afterAll(async () => {
    await servers.close();
    await files.close();
    await postgres.stop();
  });

  it('makes the same rows of every view in SQLite and in PostgreSQL, in the same order', async () => {
    const store = files.log();
    await tell(store, futureCouncils);
    const [file, server] = [await files.started({ store, views }), await servers.started({ store, views })];
    for (const each of [file, server]) expect(await each.caughtUp()).toBe(true);
    const digests = (of: typeof file) => Promise.all(views.map(async ({ name }) => ({ name, ...(await of.digest(name)) })));
    expect(await digests(server)).toEqual(await digests(file));
  });
});
