import type { Clock } from '#platform/event-store';
import type { Job } from '#platform/jobs';
import { backupKind, nightlyCheckKind, rebuildKind, sweepKind } from './jobs/kinds.js';
import { rebuildOf } from './jobs/rebuild-view.js';

/** What a person may ask for at any time. The rest comes of the log, or of a page that knows what it is about. */
export const askableKinds = [nightlyCheckKind, backupKind, rebuildKind, sweepKind] as const;

/** The job of a kind, now: under a key of its own moment, so that what the day has done already does not answer for it. */
export function askedNow(kind: string, clock: Clock, view?: string): Job | undefined {
  if (kind === rebuildKind.name) return rebuildOf(view);
  return askableKinds.some(({ name }) => name === kind) ? { kind, key: `asked ${clock.now()}` } : undefined;
}
