import { londonDate, londonInstant, londonTime, type IsoDate } from '#kernel';
import type { Job } from '#platform/jobs';
import { backupKind, nightlyCheckKind, sweepKind } from './jobs/kinds.js';
import type { AttendanceSettings } from './settings.js';

/**
 * What the day makes due, at an instant. Nothing is kept of it: the key of each contains its day, so that any number of
 * workers may derive it, any number of times. What a day has missed is made up until the day is over.
 */
export function dueByTheCalendar(now: string, { checkAt, backupFolder, backupEveryHours }: AttendanceSettings): readonly Job[] {
  const [day, time] = [londonDate(now), londonTime(now)];
  return [
    ...(time >= checkAt ? [{ kind: nightlyCheckKind.name, key: day }] : []),
    ...(backupFolder === undefined ? [] : [{ kind: backupKind.name, key: slotOf(day, time, backupEveryHours) }]),
    { kind: sweepKind.name, key: day },
  ];
}

/** "2026-11-21 18:00": the hour of the day from which a backup counts. */
function slotOf(day: IsoDate, time: string, everyHours: number): string {
  const hour = Number(time.slice(0, 2));
  return `${day} ${String(hour - (hour % everyHours)).padStart(2, '0')}:00`;
}

/** The instant (ISO) at which a slot begins. */
export const slotBegins = (slot: string): string => londonInstant(slot.slice(0, 10) as IsoDate, slot.slice(11));
