import type { RecordedEvent } from '#platform/event-store';

/** Stands around every batch of events that a view takes: measures it, and traces where its events came from. */
export interface ViewWatch {
  taking(view: string, events: readonly RecordedEvent[], take: () => Promise<void>): Promise<void>;
}
