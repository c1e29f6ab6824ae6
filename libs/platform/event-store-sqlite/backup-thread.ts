/**
 * Copies the log in a thread of its own. All pages in one step: one snapshot of the file, which writers neither disturb
 * nor wait for; page by page, SQLite would begin again after every commit. Imports and syntax as in writer-thread.ts.
 */
import { rename, rm } from 'node:fs/promises';
import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { BackupSettings } from './backup.js';

const { file, toFile } = workerData as BackupSettings;
const unfinished = `${toFile}.unfinished`; // half a copy never stands under the name of a backup
const everything = 2 ** 31 - 1;

await rm(unfinished, { force: true });
const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
try {
  await database.backup(unfinished, { progress: () => everything });
} finally {
  database.close();
}
await rename(unfinished, toFile);
