/** A setting of attendance that cannot be used. Its message says what to write instead. */
export class UnusableAttendance extends Error {}

export interface AttendanceSettings {
  /** London wall-clock time of the nightly check, HH:MM. */
  readonly checkAt: string;
  /** Where backups go; left out, none are made. */
  readonly backupFolder: string | undefined;
  /** Backups are that many hours apart; 24 is one a day. */
  readonly backupEveryHours: number;
  /** The newest that many are kept. */
  readonly backupsKept: number;
  /** How long jobs may go on after the word to stop, before they are handed to another worker. */
  readonly jobsDrainSeconds: number;
}

/** Reads what is done by itself, and when, from the environment. Throws UnusableAttendance. */
export function readAttendanceSettings(environment: Readonly<Record<string, string | undefined>>): AttendanceSettings {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const whole = (name: string, usual: number, least: number, most: number): number => {
    const text = given(name) ?? String(usual);
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most) throw new UnusableAttendance(`${name} is "${text}". Write a number from ${least} to ${most}, like ${usual}`);
    return number;
  };
  const checkAt = given('CHECK_AT') ?? '02:30';
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(checkAt)) throw new UnusableAttendance(`CHECK_AT is "${checkAt}". Write a time of day in London, like 02:30`);
  const backupEveryHours = whole('BACKUP_EVERY_HOURS', 24, 1, 24);
  if (24 % backupEveryHours !== 0) throw new UnusableAttendance(`BACKUP_EVERY_HOURS is "${backupEveryHours}". Write a number that divides the day: 1, 2, 3, 4, 6, 8, 12 or 24`);
  return { checkAt, backupFolder: given('BACKUP_FOLDER'), backupEveryHours, backupsKept: whole('BACKUPS_KEPT', 14, 1, 1_000), jobsDrainSeconds: whole('JOBS_DRAIN_SECONDS', 20, 0, 3_600) };
}
