import { endOfLondonDay, isDate, londonInstant, showDate, type AsOf, type IsoDate } from '#kernel';
import type { EventStore, Position } from '#platform/event-store';

/** What was known: everything up to a position, and the words for it. */
export type KnownAt =
  | { readonly ok: true; readonly position: Position; readonly words: string; /** The instant asked for, where one was. */ readonly instant?: string }
  | { readonly ok: false; readonly message: string };

const howToWrite = 'Write a day like 2012-06-13, a London time like 2012-06-13T14:00, or an event like @10482';
const moment = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * Finds the place in the log that "known at" means: a day stands for its last moment in London, a time for itself, and
 * @n for the n-th event. What lies ahead is not known: a day that is still going on means everything up to now.
 */
export async function readKnownAt(text: string, store: Pick<EventStore, 'head' | 'positionKnownAt'>): Promise<KnownAt> {
  const written = text.trim();
  if (/^@\d{1,15}$/.test(written)) return atPosition(Number(written.slice(1)), store);
  if (isDate(written)) return atInstant(endOfLondonDay(written), `the end of ${showDate(written)}`, store);
  const [, day, hours, minutes] = moment.exec(written) ?? [];
  if (day === undefined || !isDate(day)) return { ok: false, message: `"${written}" is not a date that exists, nor a place in the log. ${howToWrite}` };
  const time = `${hours}:${minutes}`;
  return atInstant(londonInstant(day as IsoDate, time), `${time} on ${showDate(day as IsoDate)}`, store);
}

async function atPosition(position: Position, store: Pick<EventStore, 'head'>): Promise<KnownAt> {
  const head = (await store.head()).position;
  if (position > head) return { ok: false, message: `@${position} has not happened yet: the last event is @${head}` };
  return { ok: true, position, words: `event @${position}` };
}

async function atInstant(instant: string, words: string, store: Pick<EventStore, 'positionKnownAt'>): Promise<KnownAt> {
  return { ok: true, position: await store.positionKnownAt(instant), words, instant };
}

/** What was so on a business date, and the words for it. */
export type SoOn = { readonly ok: true; readonly asOf: AsOf; readonly words: string } | { readonly ok: false; readonly message: string };

/** Reads "as of": a day. What takes effect on it counts, whenever it was recorded; a day that lies ahead is one too. */
export async function readAsOf(text: string, store: Pick<EventStore, 'positionKnownAt'>): Promise<SoOn> {
  const written = text.trim();
  if (!isDate(written)) return { ok: false, message: `"${written}" is not a date that exists. Write a day like 2012-06-13` };
  return { ok: true, asOf: { on: written, recordedUpTo: await store.positionKnownAt(endOfLondonDay(written)) }, words: showDate(written) };
}
