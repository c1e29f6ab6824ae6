import type { Known } from '../question-on.js';
import { inLine, type InLine, type waitingLists } from './waiting-lists.js';

export type Lists = Known<[typeof waitingLists]>;

/** Somebody in line as the tables have it; `since` is the event that put them where they stand. */
export interface StandingInLine {
  readonly who: string;
  readonly name: string;
  readonly places: number;
  readonly because: string;
  readonly joinedOn: string;
  readonly calledOn: string | null;
  readonly since: number;
}
export interface Cut {
  readonly limit: number;
  readonly offset: number;
}
/** A waiting list, now or on a business date: read a piece at a time, in the order in which they are called. */
export interface Line {
  rows(standing: InLine, cut: Cut): Promise<readonly StandingInLine[]>;
  one(who: string): Promise<StandingInLine | undefined>;
  /** How many there are, counted up to `most`. */
  count(standing: InLine, most: number): Promise<number>;
  /** How many wait that joined before an event. */
  before(since: number): Promise<number>;
  /** How many places are kept. */
  kept(): Promise<number>;
  /** How many awards there is room for and how many hold a place; nothing where there is no limit, or it is a cohort. */
  room(): Promise<{ readonly capacity: number; readonly taken: number } | undefined>;
}

/** From where everybody stands: nothing that happened before is gone through. */
export function lineNow(db: Lists, holder: string): Line {
  const line = db.selectFrom('in_line').where('holder', '=', holder);
  const rows = line.select(['who', 'name', 'places', 'because', 'joined_on as joinedOn', 'called_on as calledOn', 'since']);
  return {
    rows: (standing, { limit, offset }) => rows.where('standing', '=', inLine[standing]).orderBy('since').orderBy('nth').limit(limit).offset(offset).execute(),
    one: (who) => rows.where('who', '=', who).where('standing', '<', inLine.gone).executeTakeFirst(),
    count: async (standing, most) => (await line.where('standing', '=', inLine[standing]).select('since').limit(most).execute()).length,
    async before(since) {
      const earlier = line.where('standing', '=', inLine.waiting).where('since', '<', since);
      return (await earlier.select(({ fn }) => fn.countAll<number>().as('many')).executeTakeFirstOrThrow()).many;
    },
    async kept() {
      const called = line.where('standing', '=', inLine.called);
      return (await called.select(({ fn }) => fn.sum<number | null>('places').as('kept')).executeTakeFirstOrThrow()).kept ?? 0;
    },
    room: () => db.selectFrom('rooms').select(['capacity', 'taken']).where('holder', '=', holder).executeTakeFirst(),
  };
}
