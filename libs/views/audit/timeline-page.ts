import { count, optional, text, yesNo } from '#kernel';
import { sizeField } from '../paging.js';
import { questionOn, type Known } from '../question-on.js';
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
  /** Recorded more than a day after it took effect. */
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
type Db = Known<[typeof timeline]>;

class TimelineAsked {
  @optional(text('About', { hint: 'A reference such as AW-2012-001, or a code; every event when left out' })) about?: string;
  @optional(yesNo('With book-keeping', { hint: 'Limits that were consumed and references that were issued, too' })) all?: boolean;
  @optional(count('Before', { min: 1, max: Number.MAX_SAFE_INTEGER, hint: 'Only events before this position' })) before?: number;
  @sizeField size?: number;
}

const ofOne = (db: Db, about: string, all: boolean) =>
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
  async ask(db, { about, all = false, before, size = 200 }): Promise<TimelinePage> {
    const rows =
      about === undefined
        ? await db.selectFrom('timeline').select(row).$if(before !== undefined, (query) => query.where('position', '<', before ?? 0)).orderBy('position', 'desc').limit(size + 1).execute()
        : await ofOne(db, about, all).$if(before !== undefined, (query) => query.where('links.position', '<', before ?? 0)).limit(size + 1).execute();
    const shown = rows.slice(0, size).map((each): TimelineEntry => ({ ...each, isLate: each.isLate === 1 }));
    const last = shown.at(-1);
    return { entries: shown, ...(rows.length > size && last ? { before: last.position } : {}) };
  },
});

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
