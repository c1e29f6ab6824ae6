import type { AsOf } from '#kernel';
import type { EventStore, Position } from '#platform/event-store';
import { readAsOf, readKnownAt } from '#platform/view-store';
import { Complaint } from './complaint.js';
import { exitCodes } from './exit-codes.js';

export interface Knowing {
  /** Undefined stands for now. */
  readonly position?: Position;
  readonly words: string;
}

export const knownAtOption = ['--known-at <when>', 'what was known then: a day (its end), a London time like 2012-06-13T14:00, or an event like @10482'] as const;

/** The place in the log that --known-at means. */
export async function knowing(knownAt: string | undefined, store: Pick<EventStore, 'head' | 'positionKnownAt'>): Promise<Knowing> {
  if (knownAt === undefined) return { words: 'now' };
  const read = await readKnownAt(knownAt, store);
  if (!read.ok) throw new Complaint(exitCodes.badInput, `--known-at: ${read.message}`);
  return { position: read.position, words: read.words };
}

export const asOfOption = ['--as-of <day>', 'what was so on that day, such as 2012-06-13: what took effect by then, whenever it was recorded'] as const;

/** The day that --as-of means; nothing when it is left out. */
async function soOn(asOf: string | undefined, store: Pick<EventStore, 'positionKnownAt'>): Promise<{ readonly asOf: AsOf; readonly words: string } | undefined> {
  if (asOf === undefined) return undefined;
  const read = await readAsOf(asOf, store);
  if (!read.ok) throw new Complaint(exitCodes.badInput, `--as-of: ${read.message}`);
  return read;
}

/** The two clocks of a question, as they were typed. */
export interface Clocks {
  readonly known: Knowing;
  readonly so?: { readonly asOf: AsOf; readonly words: string };
}
export async function clocksTyped({ knownAt, asOf }: { readonly knownAt?: string; readonly asOf?: string }, store: Pick<EventStore, 'head' | 'positionKnownAt'>): Promise<Clocks> {
  const [known, so] = [await knowing(knownAt, store), await soOn(asOf, store)];
  return { known, ...(so ? { so } : {}) };
}
