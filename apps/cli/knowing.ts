import type { EventStore, Position } from '#platform/event-store';
import { readKnownAt } from '#platform/view-store';
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
