import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '#platform/event-store';
import { openEventStore, type Installation } from '#platform/installation';
import type { Handle } from '#platform/jobs';
import { copyFiles, filesBackup, keptFilesAt, type FilesCopy, type KeptFiles } from '#platform/kept-files';
import type { Shelf } from '#platform/shelf';
import { checkLog } from '#platform/transparency';
import { slotBegins } from '../calendar.js';
import type { AttendanceSettings } from '../settings.js';
import { noteBackup, upkeepOn } from '../upkeep.js';

interface BackingUp {
  readonly installation: Pick<Installation, 'store' | 'files' | 'clock'>;
  readonly shelf: Shelf;
  readonly settings: Pick<AttendanceSettings, 'backupFolder' | 'backupsKept'>;
}

const ours = /^tallystick-\d{4}-\d{2}-\d{2}T\d{4}\d{2}Z\.db$/;
const nameAt = (instant: string): string => `tallystick-${instant.slice(0, 19).replaceAll(':', '')}Z.db`;

/**
 * Copies the log into the backup folder, reads every byte of the copy, and keeps the newest. A copy that nobody has read is no backup. Files never
 * change, so all backups share one copy of them, to which what is new is added and of which every byte is read each time.
 */
export const backUp = ({ installation, shelf, settings: { backupFolder: folder, backupsKept } }: BackingUp): Handle => async (_, { key, signal, progress }) => {
  const { store, files, clock } = installation;
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
    // The log first: whatever it names was kept before it was named.
    const copied = await filesInto(join(folder, filesBackup), files, { clock, signal });
    await noteBackup(shelf, { at, file, events, root });
    const old = await sweptFrom(folder, backupsKept);
    const swept = old === 0 ? '' : `. ${old} older than the newest ${backupsKept} were removed`;
    const said = `${file} holds ${events} events. Root ${root}${inWords(copied)}${swept}`;
    const alarms = copied.altered.map((digest) => `The file ${digest} is not as it was sent and could not be backed up. See tally check`);
    return alarms.length === 0 ? { said } : { said, alarms };
  } finally {
    await rm(unread, { force: true });
  }
};

async function filesInto(file: string, files: KeptFiles, { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal }): Promise<FilesCopy> {
  const backup = keptFilesAt({ address: `sqlite:${file}`, clock });
  try {
    return await copyFiles(files, backup, () => signal.throwIfAborted());
  } finally {
    await backup.close();
  }
}

const inWords = ({ copied, there }: FilesCopy): string =>
  copied + there === 0 ? '' : `. ${copied + there} files are in ${filesBackup}, ${copied} of them new`;

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
