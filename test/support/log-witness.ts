import Database from 'better-sqlite3';
import { type EventStore, type RecordedEvent } from '#platform/event-store';
import { checkLog } from '#platform/transparency';
import { type Acknowledged } from './appending-process.js';

export async function everyEvent(store: EventStore): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for (let after = 0, caughtUp = false; !caughtUp; ) {
    const page = await store.readAll({ after, limit: 5_000 });
    all.push(...page.events);
    ({ next: after, caughtUp } = page);
  }
  return all;
}

/** What was acknowledged and is not where it was said to be. */
export function missing(events: readonly RecordedEvent[], acknowledged: readonly Acknowledged[]): Acknowledged[] {
  return acknowledged.filter(({ first, ids }) => ids.some((id, index) => events[first - 1 + index]?.id !== id));
}

/** Appends of which some events are there and others are not, or not side by side. Each append names itself in `meta`. */
export function torn(events: readonly RecordedEvent[], eventsPerAppend: number): string[] {
  const places = Map.groupBy(events, ({ meta }) => meta['append'] ?? '');
  const apart = (own: readonly RecordedEvent[]) => own.some(({ position }, index) => position !== (own[0]?.position ?? 0) + index);
  return [...places].filter(([, own]) => own.length !== eventsPerAppend || apart(own)).map(([append]) => append);
}

/** SQLite's own opinion of the file, and ours of the log in it. */
export async function complaintsAbout(file: string, store: EventStore): Promise<unknown[]> {
  const database = new Database(file, { readonly: true });
  const integrity = database.pragma('integrity_check', { simple: true });
  database.close();
  const { findings } = await checkLog(store);
  return [...(integrity === 'ok' ? [] : [integrity]), ...findings];
}
