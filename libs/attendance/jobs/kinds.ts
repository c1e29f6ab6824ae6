import type { JobKind } from '#platform/jobs';

const seconds = 1_000;
const kind = (name: string, summary: string, more: Pick<JobKind, 'lane' | 'tries' | 'rememberedDays'> & { readonly firstWaitSeconds: number }): JobKind => {
  const { firstWaitSeconds, ...rest } = more;
  return { name, summary, firstWaitMilliseconds: firstWaitSeconds * seconds, ...rest };
};

export const settleDutyKind = kind('settle-duty', 'Does what the record makes due on a day, such as letting an offer lapse', { lane: 'short', tries: 7, firstWaitSeconds: 5, rememberedDays: 1 });
export const nightlyCheckKind = kind('nightly-check', 'Checks every byte of the log, the ledgers and the views', { lane: 'long', tries: 3, firstWaitSeconds: 60, rememberedDays: 2 });
export const backupKind = kind('back-up', 'Copies the log to the backup folder, and reads the copy', { lane: 'long', tries: 5, firstWaitSeconds: 60, rememberedDays: 2 });
export const rebuildKind = kind('rebuild-view', 'Makes views again from the log, beside the ones that answer meanwhile', { lane: 'long', tries: 2, firstWaitSeconds: 10, rememberedDays: 0 });
export const exportKind = kind('export-journal', 'Writes the journal to a file that can be fetched', { lane: 'long', tries: 3, firstWaitSeconds: 10, rememberedDays: 7 });
export const sweepKind = kind('sweep', 'Takes away sessions, links, kept forms and files that have had their time', { lane: 'short', tries: 3, firstWaitSeconds: 60, rememberedDays: 2 });

/** Everything that can be done without a person waiting for it. */
export const jobKinds: readonly JobKind[] = [settleDutyKind, nightlyCheckKind, backupKind, rebuildKind, exportKind, sweepKind];
