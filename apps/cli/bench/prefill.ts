import { limits, type EventStore } from '#platform/event-store';
import type { PastEvent, PastSeasons } from './past-seasons.js';

/** Appends at once. */
const window = 16;

/** Fills a log with past seasons through the store alone, until it holds so many events. */
export async function prefill(store: EventStore, past: PastSeasons, upTo: number): Promise<void> {
  const { position } = await store.head();
  const end = Math.max(0, upTo - position);
  for (let next = 0; next < end; ) {
    const appends = [];
    for (let turn = 0; turn < window && next < end; turn += 1) {
      const day = oneDay(past, next, end);
      next += day.length;
      appends.push(store.append({ events: day.map(({ event }) => event), expects: [], recordedAt: (day[0] as PastEvent).recordedAt }));
    }
    const failed = (await Promise.all(appends)).find(({ outcome }) => outcome !== 'stored');
    if (failed) throw new Error(`The log could not be filled: ${JSON.stringify(failed)}`);
  }
}

/** What was recorded at the same time as the n-th event and after it: one append. */
function oneDay(past: PastSeasons, from: number, end: number): PastEvent[] {
  const day = [past.event(from)];
  while (day.length < limits.eventsPerAppend && from + day.length < end) {
    const next = past.event(from + day.length);
    if (next.recordedAt !== day[0]?.recordedAt) break;
    day.push(next);
  }
  return day;
}
