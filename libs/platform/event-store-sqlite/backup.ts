import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { StoreFault } from '#platform/event-store';
import { threadFile } from './thread-file.js';

export interface BackupSettings {
  readonly file: string;
  readonly toFile: string;
}

/** A consistent copy in one file. Never over an older copy: a backup that is replaced while it fails is lost twice. */
export async function backup(settings: BackupSettings): Promise<void> {
  if (existsSync(settings.toFile)) throw new StoreFault('invalid', `${settings.toFile} is already there: a backup never replaces a file`);
  const worker = new Worker(threadFile(new URL('./backup-thread.js', import.meta.url)), { workerData: settings });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', (cause) => reject(new StoreFault('unreachable', `The backup to ${settings.toFile} did not finish: ${String(cause)}`, { cause })));
    worker.once('exit', () => resolve());
  });
}
