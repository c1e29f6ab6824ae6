import { commandIdOf, eventIdOf } from '#platform/engine';
import type { EventStore } from '#platform/event-store';

/** Whether a command with an idempotency key is in the log: its first event has an id that follows from the key. */
export const wasPlayed = (store: Pick<EventStore, 'findEvent'>) => async (key: string): Promise<boolean> =>
  (await store.findEvent(eventIdOf(commandIdOf(key), 0))) !== undefined;
