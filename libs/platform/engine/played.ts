import { streamParts } from '#kernel';
import { limits, type EventStore, type RecordedEvent } from '#platform/event-store';
import { eventIdOf } from './identity.js';
import type { Done } from './outcome.js';

/** A command that was stored before, with the digests of what it was given. */
export interface PlayedCommand {
  readonly done: Done;
  readonly content: Readonly<Record<string, string>>;
  /** The business date that it took effect on. */
  readonly on: string;
}

/** Finds a command's events by the ids that they were given: an index look-up, whatever the length of the log. */
export class Played {
  constructor(private readonly store: Pick<EventStore, 'findEvent' | 'readAll'>) {}

  async find(commandId: string): Promise<PlayedCommand | undefined> {
    const first = await this.store.findEvent(eventIdOf(commandId, 0));
    if (!first) return undefined;
    const events = await this.#eventsFrom(first, commandId);
    const content = Object.fromEntries((first.meta['content'] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]));
    const done: Done = {
      outcome: 'done',
      commandId,
      reference: referenceOf(events),
      position: events.at(-1)?.position ?? first.position,
      events: events.map(({ stream, type, data }) => ({ stream, type, data })),
      repeated: true,
    };
    return { done, content, on: first.effectiveOn };
  }

  /** An append is contiguous, so its events follow the first. Most are short: a page of a thousand would decode the log for each repeat. */
  async #eventsFrom(first: RecordedEvent, commandId: string): Promise<RecordedEvent[]> {
    for (let limit = 8; ; limit = Math.min(limit * 8, limits.eventsPerAppend)) {
      const { events } = await this.store.readAll({ after: first.position - 1, limit });
      const end = events.findIndex((event, index) => event.id !== eventIdOf(commandId, index));
      if (end !== -1) return events.slice(0, end);
      if (events.length < limit || limit === limits.eventsPerAppend) return [...events];
    }
  }
}

/** The reference that was issued; otherwise what the command's own stream is about. */
function referenceOf(events: readonly RecordedEvent[]): string {
  const [first] = events;
  if (first?.type === 'ReferenceIssued') return (first.data as { reference: string }).reference;
  return first ? streamParts(first.stream).ref : '';
}
