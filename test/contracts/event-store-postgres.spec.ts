import { openPostgresEventStore } from '#platform/event-store-postgres';
import { eventStoreContract } from '../../libs/platform/event-store/testing/contract.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

requireService('postgres')('PostgreSQL', () => {
  let postgres: PostgresServer;
  let address: string;
  let logs = 0;
  beforeAll(async () => {
    postgres = await startPostgres();
    address = await postgres.newDatabase();
  }, 60_000);
  afterAll(() => postgres.stop());

  eventStoreContract('The log in a PostgreSQL database', async () => {
    const schema = `log_${++logs}`;
    return { open: (options) => openPostgresEventStore({ ...options, address, schema }), remove: async () => undefined };
  });
});
