import type { Clock } from '#platform/event-store';
import type { JobsStatus } from '#platform/jobs';
import type { Upkeep } from './upkeep.js';

const hour = 3_600_000;
/** A check a day, and two hours to make it in. */
const checkGrowsOldHours = 26;

export interface AlarmsAbout {
  readonly kind: 'demonstration' | 'live';
  readonly upkeep: Upkeep;
  readonly status: JobsStatus;
  readonly clock: Clock;
}

/** What people must see to, in sentences that say what to do; the same for the page and `tally jobs`. */
export function alarmsOf({ kind, upkeep: { check, lastGoodCheckAt }, status, clock }: AlarmsAbout): readonly string[] {
  const { counts: { failed }, trouble } = status;
  const ageHours = lastGoodCheckAt === undefined ? undefined : (Date.parse(clock.now()) - Date.parse(lastGoodCheckAt)) / hour;
  return [
    ...(trouble === undefined ? [] : [trouble]),
    ...(check?.findings ?? []),
    ...(kind === 'live' && ageHours !== undefined && ageHours > checkGrowsOldHours ? [`The last check that found everything in order was ${Math.floor(ageHours)} hours ago: look why it does not run, or run one now`] : []),
    ...(failed === 0 ? [] : [`${failed === 1 ? 'One job has' : `${failed} jobs have`} failed as often as it is tried: read why, mend it, and replay or dismiss`]),
  ];
}
