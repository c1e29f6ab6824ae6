import { addDays, londonDate, streamParts, type IsoDate } from '#kernel';
import type { EventStore, Position, RecordedEvent } from '#platform/event-store';
import { sentenceOf } from '#views/audit';

/** An event as a line of a timeline. */
export interface Entry {
  readonly position: Position;
  readonly on: string;
  readonly recordedAt: string;
  /** Recorded more than a day after it took effect. */
  readonly recordedLate: boolean;
  readonly sentence: string;
  readonly type: string;
  readonly stream: string;
  readonly actor: string;
  readonly role: string;
}

/** The office's own book-keeping: true, but not what somebody asks about an award. */
const machinery = new Set(['limit', 'numbers', 'log']);
const page = 1_000;

/**
 * Every event that is about a reference or mentions it, oldest first, straight from the log: an auditor's history needs
 * no view to be believed. It reads the log to the end, about 100,000 events in a second or two.
 */
export async function timelineOf(store: EventStore, reference: string, options: { readonly upTo?: Position; readonly all?: boolean } = {}): Promise<readonly Entry[]> {
  const { upTo = (await store.head()).position, all = false } = options;
  const entries: Entry[] = [];
  for (let after = 0; after < upTo; ) {
    const { events, next } = await store.readAll({ after, limit: Math.min(page, upTo - after) });
    for (const event of events) if (concerns(event, reference, all)) entries.push(entryOf(event));
    if (next <= after) break;
    after = next;
  }
  return entries;
}

function concerns({ stream, data }: RecordedEvent, reference: string, all: boolean): boolean {
  const { category, ref } = streamParts(stream);
  if (!all && machinery.has(category)) return false;
  return ref === reference || (all && ref.split('.').includes(reference)) || mentions(data, reference);
}

function mentions(value: unknown, reference: string): boolean {
  if (typeof value === 'string') return value === reference;
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => mentions(part, reference));
}

function entryOf({ position, stream, type, data, effectiveOn, recordedAt, meta }: RecordedEvent): Entry {
  return {
    position, on: effectiveOn, recordedAt, recordedLate: londonDate(recordedAt) > addDays(effectiveOn as IsoDate, 1), sentence: sentenceOf(stream, type, data),
    type, stream, actor: meta['actor'] ?? '', role: meta['role'] ?? '',
  };
}
