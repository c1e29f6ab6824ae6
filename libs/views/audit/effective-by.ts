import type { AskedAt, AsOf } from '#kernel';
import { spansUpTo } from '../days.js';
import type { Known } from '../question-on.js';
import { everything, type timeline } from './timeline.js';

export type Timeline = Known<[typeof timeline]>;

/** Which events: of one thing or of the whole log, with what merely touches the thing or without it. */
export interface Wanted {
  readonly about: string | undefined;
  readonly all: boolean;
}
/** A stretch of the log: after a position, up to and with another. */
interface Stretch {
  readonly after: number;
  readonly upTo: number;
}
type Way = 'asc' | 'desc';

/**
 * The first events of a stretch of the log, from its beginning or from its end, that had taken effect by a business date.
 * Nearly all that was recorded by that day had; of what was recorded later, only events off their day can have, and those
 * are found by spans of days. So a page costs the same however long the log is.
 */
export async function effectiveBy(db: Timeline, wanted: Wanted, { position, asOf }: AskedAt & { readonly asOf: AsOf }, { after, upTo }: Stretch, way: Way, limit: number): Promise<readonly number[]> {
  const { on, recordedUpTo } = asOf;
  const recordedByThen = (most: number) => onTime(db, wanted, on, { after, upTo: Math.min(upTo, recordedUpTo) }, way, most);
  const recordedLater = (most: number) => offDay(db, wanted, on, { after: Math.max(after, recordedUpTo), upTo: Math.min(upTo, position) }, way, most);
  const [near, far] = way === 'desc' ? [recordedLater, recordedByThen] : [recordedByThen, recordedLater];
  const found = await near(limit);
  return found.length === limit ? found : [...found, ...(await far(limit - found.length))];
}

const asides = ({ all }: Wanted): readonly number[] => (all ? [0, 1] : [0]);

async function onTime(db: Timeline, wanted: Wanted, on: string, { after, upTo }: Stretch, way: Way, limit: number): Promise<readonly number[]> {
  if (after >= upTo) return [];
  const { about } = wanted;
  if (about === undefined) {
    const rows = await db.selectFrom('timeline').select('position').where('position', '>', after).where('position', '<=', upTo).where('effective_on', '<=', on).orderBy('position', way).limit(limit).execute();
    return rows.map(({ position }) => position);
  }
  const links = asides(wanted).map((aside) =>
    db
      .selectFrom('timeline_links').select('position').where('subject', '=', about).where('is_aside', '=', aside).where('position', '>', after).where('position', '<=', upTo)
      .where('effective_on', '<=', on).orderBy('position', way).limit(limit).execute());
  return nearest(await Promise.all(links), way, limit);
}

async function offDay(db: Timeline, wanted: Wanted, on: AsOf['on'], { after, upTo }: Stretch, way: Way, limit: number): Promise<readonly number[]> {
  if (after >= upTo) return [];
  const subject = wanted.about ?? everything;
  const found = asides(wanted).map(async (aside) => {
    const links = db.selectFrom('off_day_links').where('subject', '=', subject).where('is_aside', '=', aside);
    // Years come first among spans: the years before the first need no look-up.
    const first = await links.select('span').orderBy('span').limit(1).executeTakeFirst();
    const spans = first ? spansUpTo(on, Number(first.span.slice(0, 4))) : [];
    const each = spans.map((span) => links.select('position').where('span', '=', span).where('position', '>', after).where('position', '<=', upTo).orderBy('position', way).limit(limit).execute());
    return (await Promise.all(each)).flat();
  });
  return nearest(await Promise.all(found), way, limit);
}

const nearest = (found: readonly (readonly { readonly position: number }[])[], way: Way, limit: number): readonly number[] =>
  found.flat().map(({ position }) => position).sort((a, b) => (way === 'asc' ? a - b : b - a)).slice(0, limit);
