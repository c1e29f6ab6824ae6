import type { Shelf } from '#platform/shelf';

/** What the last check came to. */
export interface CheckNote {
  readonly at: string;
  readonly events: number;
  readonly root: string;
  /** What was not in order, in sentences; the first twenty. */
  readonly findings: readonly string[];
  /** Whether the log itself was not in order: bytes, positions, hashes. */
  readonly isLogBroken: boolean;
}
/** What the last backup is. */
export interface BackupNote {
  readonly at: string;
  readonly file: string;
  readonly events: number;
  readonly root: string;
}

/** How the house was last looked after, for pages, `tally jobs` and whoever measures. */
export interface Upkeep {
  readonly check?: CheckNote;
  readonly lastGoodCheckAt?: string;
  readonly backup?: BackupNote;
  readonly lastBackupAt?: string;
  readonly isLogBroken?: boolean;
}

const names = { check: 'upkeep/check.json', goodCheck: 'upkeep/good-check.json', backup: 'upkeep/backup.json' } as const;
const keptDays = 400;

const note = async (shelf: Shelf, name: string, what: object): Promise<void> => void (await shelf.put(name, [JSON.stringify(what)], { type: 'application/json', days: keptDays }));
async function noted<Note>(shelf: Shelf, name: string): Promise<Note | undefined> {
  const text = await shelf.readWhole(name);
  return text === undefined ? undefined : (JSON.parse(text) as Note);
}

export async function noteCheck(shelf: Shelf, check: CheckNote): Promise<void> {
  await note(shelf, names.check, check);
  if (check.findings.length === 0) await note(shelf, names.goodCheck, check);
}
export const noteBackup = (shelf: Shelf, backup: BackupNote): Promise<void> => note(shelf, names.backup, backup);

export async function upkeepOn(shelf: Shelf): Promise<Upkeep> {
  const [check, good, backup] = await Promise.all([noted<CheckNote>(shelf, names.check), noted<CheckNote>(shelf, names.goodCheck), noted<BackupNote>(shelf, names.backup)]);
  return {
    ...(check ? { check, isLogBroken: check.isLogBroken } : {}),
    ...(good ? { lastGoodCheckAt: good.at } : {}),
    ...(backup ? { backup, lastBackupAt: backup.at } : {}),
  };
}
