import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { eventStoreContract } from '../../libs/platform/event-store/testing/contract.js';
import { temporaryFolder } from '../support/temporary-folder.js';

eventStoreContract('The log in an SQLite file', async () => {
  const folder = await temporaryFolder();
  const file = folder.path('log.db');
  return { open: (options) => openSqliteEventStore({ ...options, file }), remove: () => folder.remove() };
});
