import { count, optional, text, yesNo } from '#kernel';
import { sizeField } from '../paging.js';
import { questionOn } from '../question-on.js';
import { effectiveBy, type Timeline } from './effective-by.js';
import { timeline } from './timeline.js';

/** An event as a line of a timeline. */
export interface TimelineEntry {
  readonly position: number;
  readonly sentence: string;
  readonly type: string;
  readonly stream: string;
  readonly actor: string;
  readonly role: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  /** Recorded on a later day than that on which it took effect. */
  readonly isLate: boolean;
}
export interface TimelinePage {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
  /** Ask again with this to go further back; left out where there is nothing older. */
  readonly before?: number;
}

const row = [
  'timeline.position', 'timeline.sentence', 'timeline.type', 'timeline.stream', 'timeline.actor', 'timeline.role',
  'timeline.effective_on as effectiveOn', 'timeline.recorded_at as recordedAt', 'timeline.is_late as isLate',
] as const;

class TimelineAsked {
  @optional(text('About', { hint: 'A reference such as AW-2012-001, or a code; every event when left out' })) about?: string;
  @optional(yesNo('With book-keeping', { hint: 'Limits that were consumed and references that were issued, too' })) all?: boolean;
  @optional(count('Before', { min: 1, max: Number.MAX_SAFE_INTEGER, hint: 'Only events before this position' })) before?: number;
  @sizeField size?: number;
}

const ofOne = (db: Timeline, about: string, all: boolean) =>
  db
    .selectFrom('timeline_links as links')
    .innerJoin('timeline', 'timeline.position', 'links.position')
    .select(row)
    .where('links.subject', '=', about)
    .$if(!all, (query) => query.where('links.is_aside', '=', 0))
    .orderBy('links.position', 'desc');

export const timelinePage = questionOn('timeline', {
  summary: 'What happened to a thing, newest first, in sentences: who recorded it, when it took effect and when it was known.',
  permission: 'audit:read',
  input: TimelineAsked,
  from: [timeline],
  takesAsOf: true,
  async ask(db, { about, all = false, before, size = 200 }, { position, asOf }): Promise<TimelinePage> {
    const newest = { after: 0, upTo: before === undefined ? Number.MAX_SAFE_INTEGER : before - 1 };
    const rows = asOf
      ? await eventsAt(db, await effectiveBy(db, { about, all }, { position, asOf }, newest, 'desc', size + 1))
      : about === undefined
        ? await db.selectFrom('timeline').select(row).$if(before !== undefined, (query) => query.where('position', '<', before ?? 0)).orderBy('position', 'desc').limit(size + 1).execute()
        : await ofOne(db, about, all).$if(before !== undefined, (query) => query.where('links.position', '<', before ?? 0)).limit(size + 1).execute();
    const shown = rows.slice(0, size).map((each): TimelineEntry => ({ ...each, isLate: each.isLate === 1 }));
    const last = shown.at(-1);
    return { entries: shown, ...(rows.length > size && last ? { before: last.position } : {}) };
  },
});

/** Events looked up at a time: SQLite takes so many values in one statement. */
const atOnce = 500;

async function eventsAt(db: Timeline, positions: readonly number[]) {
  const pages = Array.from({ length: Math.ceil(positions.length / atOnce) }, (_, i) => positions.slice(i * atOnce, (i + 1) * atOnce));
  return (await Promise.all(pages.map((page) => db.selectFrom('timeline').select(row).where('timeline.position', 'in', page).orderBy('timeline.position', 'desc').execute()))).flat();
}

class ChangesAsked {
  @text('About', { hint: 'A reference such as AW-2012-001, or a code' }) about!: string;
  @optional(count('At', { min: 0, max: Number.MAX_SAFE_INTEGER, hint: 'A position; the head of the log when left out' })) at?: number;
}
/** Positions of the changes around a moment; left out where there is none. */
export interface ChangesAround {
  readonly first?: number;
  readonly previous?: number;
  /** The newest change up to the moment. */
  readonly current?: number;
  readonly next?: number;
}

export const changesAround = questionOn('changes-around', {
  summary: 'The change of a thing that a moment shows, the one before it and the one after it.',
  permission: 'audit:read',
  input: ChangesAsked,
  from: [timeline],
  takesAsOf: true,
  async ask(db, { about, at = Number.MAX_SAFE_INTEGER }, { position, asOf }): Promise<ChangesAround> {
    if (asOf) {
      const effective = async (after: number, upTo: number, way: 'asc' | 'desc', most: number) => effectiveBy(db, { about, all: false }, { position, asOf }, { after, upTo }, way, most);
      const [current, previous] = await effective(0, at, 'desc', 2);
      const [next] = await effective(at, Number.MAX_SAFE_INTEGER, 'asc', 1);
      const [first] = await effective(0, Number.MAX_SAFE_INTEGER, 'asc', 1);
      return placesOf({ first, previous, current, next });
    }
    const changes = db.selectFrom('timeline_links').select('position').where('subject', '=', about).where('is_aside', '=', 0);
    const [current, previous] = await changes.where('position', '<=', at).orderBy('position', 'desc').limit(2).execute();
    const [next] = await changes.where('position', '>', at).orderBy('position').limit(1).execute();
    const [first] = await changes.orderBy('position').limit(1).execute();
    return placesOf({ first: first?.position, previous: previous?.position, current: current?.position, next: next?.position });
  },
});
const placesOf = (found: Readonly<Record<keyof ChangesAround, number | undefined>>): ChangesAround =>
  Object.fromEntries(Object.entries(found).flatMap(([name, position]) => (position === undefined ? [] : [[name, position]])));

class EventAsked {
  @count('Position', { min: 1, max: Number.MAX_SAFE_INTEGER }) position!: number;
}

export interface EventEntry extends TimelineEntry {
  readonly id: string;
  readonly category: string;
  readonly ref: string;
  readonly version: number;
  readonly command: string | null;
  readonly correlation: string | null;
  readonly causation: string | null;
  /** Streams that were read for the decision, each at its version. */
  readonly facts: string | null;
  /** Everything that the event concerns. */
  readonly concerns: readonly string[];
}

export const eventPage = questionOn('event', {
  summary: 'One event in words: who recorded it, what was read for it, and everything that it concerns.',
  permission: 'audit:read',
  input: EventAsked,
  from: [timeline],
  async ask(db, { position }): Promise<EventEntry | undefined> {
    const found = await db
      .selectFrom('timeline')
      .select(row)
      .select(['timeline.id', 'timeline.category', 'timeline.ref', 'timeline.version', 'timeline.command', 'timeline.correlation', 'timeline.causation', 'timeline.facts'])
      .where('timeline.position', '=', position)
      .executeTakeFirst();
    if (!found) return undefined;
    const links = await db.selectFrom('timeline_links').select('subject').where('position', '=', position).orderBy('line').execute();
    return { ...found, isLate: found.isLate === 1, concerns: links.map(({ subject }) => subject) };
  },
});
