import { Worker } from 'node:worker_threads';
import { StoreFault } from '#platform/event-store';
import { threadFile } from './thread-file.js';

export interface BackupSettings {
  readonly file: string;
  readonly toFile: string;
}

/** A consistent copy in one file. */
export async function backup(settings: BackupSettings): Promise<void> {
  const worker = new Worker(threadFile(new URL('./backup-thread.js', import.meta.url)), { workerData: settings });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', (cause) => reject(new StoreFault('unreachable', `The backup to ${settings.toFile} did not finish: ${String(cause)}`, { cause })));
    worker.once('exit', () => resolve());
  });
}
