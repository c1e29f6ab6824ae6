import type { Answers } from '#domain/applications';
import type { Installation } from '#platform/installation';
import type { Found } from './out-of-order.js';

/** Events whose answers name files by their digests. */
const answering = ['ApplicationSubmitted', 'ApplicationResubmitted', 'AnswersKept'];
const advice = 'Bring it back from a backup: tally copy-files --from <backup>.files.db --to <this installation>. Keep the altered one as evidence first.';

/** Reads every file that the record names and that is kept here, and counts those that are kept elsewhere by whoever gave them. */
export async function fileFindings({ store, files }: Pick<Installation, 'store' | 'files'>): Promise<Found> {
  const named = new Map<string, string>();
  for (let after = 0, isMore = true; isMore;) {
    const { events, next, caughtUp } = await store.readAll({ after, limit: 1_000, types: answering });
    for (const { data } of events)
      for (const { answer } of (data as { readonly answers: Answers }).answers) if (answer.kind === 'file') named.set(answer.digest, answer.name);
    [after, isMore] = [next, !caughtUp];
  }
  if (named.size === 0) return { checked: [], findings: [] };
  const kept = await files.find([...named.keys()]);
  const altered: string[] = [];
  for (const digest of kept.keys()) if (!(await files.isIntact(digest))) altered.push(digest);
  const intact = kept.size - altered.length;
  return {
    checked: [
      `files that answers name: ${intact} kept here, every byte as it was sent; ${named.size - kept.size} kept elsewhere; ${altered.length} altered`,
    ],
    findings: altered.map((digest) => ({
      where: `file ${digest}`,
      what: `${named.get(digest) ?? ''} is not as it was sent: bytes of it changed, or are gone`,
      advice,
    })),
  };
}
