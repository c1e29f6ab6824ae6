import { streamParts, type Happened, type IsoDate } from '#kernel';
import type { RecordedEvent } from '#platform/event-store';

/** A recorded event as views take it. */
export function happened({ position, id, stream, version, type, recordedAt, effectiveOn, meta, data }: RecordedEvent): Happened {
  return { ...streamParts(stream), data, type, stream, version, id, position, recordedAt, on: effectiveOn as IsoDate, meta };
}

/** What identifies an event of a log: a view that carries another mark at its position was made from another log. */
export const markOf = ({ id, recordedAt }: Pick<Happened, 'id' | 'recordedAt'>): string => `${id}@${recordedAt}`;
