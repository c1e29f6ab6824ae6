import { streamParts, type Happened, type IsoDate } from '#kernel';
import type { RecordedEvent } from '#platform/event-store';

/** A recorded event as views take it. */
export function happened({ position, id, stream, version, type, recordedAt, effectiveOn, meta, data }: RecordedEvent): Happened {
  return { ...streamParts(stream), data, type, stream, version, id, position, recordedAt, on: effectiveOn as IsoDate, meta };
}
