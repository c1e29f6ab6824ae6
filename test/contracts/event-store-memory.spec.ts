import { readFile } from 'node:fs/promises';
import { MemoryLog, openMemoryEventStore } from '#platform/event-store-memory';
import { eventStoreContract } from '../../libs/platform/event-store/testing/contract.js';
import { someEvents, stored } from '../../libs/platform/event-store/testing/tested-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';

eventStoreContract('The log in memory', async () => {
  const log = new MemoryLog();
  return { open: async (options) => openMemoryEventStore({ ...options, log }), remove: async () => undefined };
});

test('A backup of the log in memory is its records, a line each, and never replaces a file', async () => {
  const folder = await temporaryFolder();
  const store = openMemoryEventStore();
  await stored(store, someEvents(2, 'award-1'));
  await store.backup(folder.path('copy'));
  const records = await store.readRecords({ after: 0, limit: 9 });
  expect(await readFile(folder.path('copy'), 'utf8')).toBe(records.map(({ record }) => `${record}\n`).join(''));
  await expect(store.backup(folder.path('copy'))).rejects.toMatchObject({ kind: 'invalid' });
  await folder.remove();
});
