import type { TimelineEntry } from '#views/audit';
import type { Visit } from '../visits/visit.js';
import { commandByPath, titleOf } from './command-paths.js';

/** What a page says after a command: the event's own sentence where the page shows it. Nothing that an address merely claims. */
export function doneSentence({ done, past }: Pick<Visit, 'done' | 'past'>, timeline: readonly TimelineEntry[] = []): string | undefined {
  const command = done && commandByPath(done.command);
  if (!done || !command || past) return undefined;
  const newest = timeline.filter(({ position }) => position <= done.position).reduce<TimelineEntry | undefined>((a, b) => (a && a.position > b.position ? a : b), undefined);
  // Limits that the command consumed come after its own event in the same append.
  const own = newest && done.position - newest.position < 10 ? newest.sentence : `${titleOf(command.name)}: done`;
  return `${own}. It is stored (event @${done.position}).`;
}
