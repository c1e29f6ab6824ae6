import { randomUUID } from 'node:crypto';
import { streamName, toReference } from '#kernel';
import { organisation } from '#domain/organisations';
import { limits, type EventStore, type EventToAppend } from '#platform/event-store';

/** Appends at once; each is as large as an append may be. */
const window = 4;

/**
 * Fills a log up to so many events through the store alone: organisations of former years, each with a stream, since
 * many streams are what makes the indexes large.
 */
export async function prefill(store: EventStore, upTo: number): Promise<void> {
  const { position } = await store.head();
  const places = Array.from({ length: Math.max(0, upTo - position) }, (_, index) => position + index);
  for (let from = 0; from < places.length; from += window * limits.eventsPerAppend) {
    const appends = Array.from({ length: window }, (_, turn) => places.slice(from + turn * limits.eventsPerAppend, from + (turn + 1) * limits.eventsPerAppend));
    const results = await Promise.all(appends.filter(({ length }) => length > 0).map((each) => store.append({ events: each.map(registered), expects: [] })));
    const failed = results.find(({ outcome }) => outcome !== 'stored');
    if (failed) throw new Error(`The log could not be filled: ${JSON.stringify(failed)}`);
  }
}

function registered(place: number): EventToAppend {
  const reference = toReference('OR', `OR-${1000 + Math.floor(place / 900_000)}-${String(100_000 + (place % 900_000))}`);
  const id = randomUUID();
  return {
    id, stream: streamName(organisation, reference), type: 'OrganisationRegistered', schema: 1, effectiveOn: '2012-05-01',
    meta: { actor: 'person:history-programme-officer', role: 'programme-officer', command: 'RegisterOrganisation', facts: '', $correlationId: id, $causationId: id },
    data: { name: `Council number ${place}`, type: 'district', region: 'East Midlands' },
  };
}
