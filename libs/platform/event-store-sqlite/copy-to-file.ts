import { rename, rm } from 'node:fs/promises';
import { copyLog, type EventStore } from '#platform/event-store';
import { openSqliteEventStore } from './sqlite-event-store.js';

/**
 * A backup of a log that lies elsewhere: a log of its own in one file, up to where the log ended when it began. Half a copy
 * never stands under the name of a backup.
 */
export async function copyToFile(from: EventStore, toFile: string): Promise<void> {
  const unfinished = `${toFile}.unfinished`;
  for (const end of ['', '-wal', '-shm']) await rm(`${unfinished}${end}`, { force: true });
  const to = await openSqliteEventStore({ file: unfinished });
  try {
    await copyLog(from, to);
  } finally {
    await to.close();
  }
  await rename(unfinished, toFile);
}
