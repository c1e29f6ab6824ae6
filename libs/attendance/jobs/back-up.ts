import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openEventStore, type Installation } from '#platform/installation';
import type { Handle } from '#platform/jobs';
import type { Shelf } from '#platform/shelf';
import { checkLog } from '#platform/transparency';
import { slotBegins } from '../calendar.js';
import type { AttendanceSettings } from '../settings.js';
import { noteBackup, upkeepOn } from '../upkeep.js';

interface BackingUp {
  readonly installation: Pick<Installation, 'store' | 'clock'>;
  readonly shelf: Shelf;
  readonly settings: Pick<AttendanceSettings, 'backupFolder' | 'backupsKept'>;
}

const ours = /^tallystick-\d{4}-\d{2}-\d{2}T\d{4}\d{2}Z\.db$/;
const nameAt = (instant: string): string => `tallystick-${instant.slice(0, 19).replaceAll(':', '')}Z.db`;

/** Copies the log into the backup folder, reads every byte of the copy, and keeps the newest. A copy that nobody has read is no backup. */
export const backUp = ({ installation: { store, clock }, shelf, settings: { backupFolder: folder, backupsKept } }: BackingUp): Handle => async (_, { key, signal, progress }) => {
  if (folder === undefined) return { said: 'There is no backup folder: set BACKUP_FOLDER' };
  const { backup } = await upkeepOn(shelf);
  const isOfASlot = /^\d{4}-\d{2}-\d{2} \d{2}:00$/.test(key); // a person may ask for one at any time, under another key
  if (backup && isOfASlot && backup.at >= slotBegins(key)) return { said: `There is one already: ${backup.file} of ${backup.at}` };
  await mkdir(folder, { recursive: true });
  const at = clock.now();
  const [file, unread] = [join(folder, nameAt(at)), join(folder, `.${nameAt(at)}.unread`)];
  try {
    await store.backup(unread);
    signal.throwIfAborted();
    const { events, root } = await readBack(unread, (done, of) => {
      signal.throwIfAborted();
      progress(done, of);
    });
    await rename(unread, file);
    await noteBackup(shelf, { at, file, events, root });
    const old = await sweptFrom(folder, backupsKept);
    return { said: `${file} holds ${events} events. Root ${root}${old === 0 ? '' : `. ${old} older than the newest ${backupsKept} were removed`}` };
  } finally {
    await rm(unread, { force: true });
  }
};

async function readBack(file: string, onProgress: (events: number, head: number) => void): Promise<{ readonly events: number; readonly root: string }> {
  const copy = await openEventStore(`sqlite:${file}`);
  try {
    const { events, root, findings: [first] } = await checkLog(copy, onProgress);
    if (first) throw new Error(`The copy is not in order at event @${first.position}: ${first.what}. Check the log itself with tally check`);
    return { events, root };
  } finally {
    await copy.close();
  }
}

/** The names sort by time. Nothing is touched that is not called as ours are. */
async function sweptFrom(folder: string, kept: number): Promise<number> {
  const old = (await readdir(folder)).filter((name) => ours.test(name)).sort().slice(0, -kept);
  for (const name of old) await rm(join(folder, name));
  return old.length;
}
