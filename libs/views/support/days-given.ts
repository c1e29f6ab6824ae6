import { gbp, isReference, text } from '#kernel';
import { valueOfDays } from '#domain/awards';
import { questionOn } from '../question-on.js';
import { days } from './days.js';

/** Days, in hundredths. They are never added to money. */
export interface DaysSum {
  readonly approvedHundredths: number;
  readonly loggedHundredths: number;
  readonly releasedHundredths: number;
  readonly leftHundredths: number;
}
export type DayChange = keyof typeof effects;
export interface DayMove {
  readonly change: DayChange;
  readonly daysHundredths: number;
  /** What the award has left after it. */
  readonly leftHundredths: number;
  readonly on: string;
  /** The number of the log's entry that it is or corrects. */
  readonly entry: number | null;
  readonly expert: string | null;
  readonly workedOn: string | null;
  readonly what: string | null;
}
export interface AwardDays extends DaysSum {
  readonly award: string;
  readonly programme: string;
  readonly recipientName: string;
  /** What a day counts for, in pence, and for what: match funding, subsidy control or both. */
  readonly dayRateMinor: number | null;
  readonly valuedFor: string | null;
  /** What the days worked so far count for, rounded half up to the penny; never a part of any sum of money. */
  readonly valueMinor: number | null;
  readonly log: readonly DayMove[];
}
export interface DaysGiven {
  readonly total: DaysSum;
  readonly awards: readonly AwardDays[];
}

class DaysAsked {
  @text('About', { hint: 'An award such as AW-2014-004, or a programme such as GROWTH with every award of it that has days' }) about!: string;
}

const noDays: DaysSum = { approvedHundredths: 0, loggedHundredths: 0, releasedHundredths: 0, leftHundredths: 0 };
/** What a change does to a sum: approval adds to what is left, work and release take from it, a correction gives it back. */
const effects = {
  approved: (days: number): DaysSum => ({ ...noDays, approvedHundredths: days, leftHundredths: days }),
  logged: (days: number): DaysSum => ({ ...noDays, loggedHundredths: days, leftHundredths: -days }),
  corrected: (days: number): DaysSum => ({ ...noDays, loggedHundredths: -days, leftHundredths: days }),
  released: (days: number): DaysSum => ({ ...noDays, releasedHundredths: days, leftHundredths: -days }),
} as const;
/** The changes that this version knows: it shows another as it stands, and adds nothing for it. */
const effectOf = (change: string, days: number): DaysSum => (Object.hasOwn(effects, change) ? effects[change as DayChange](days) : noDays);
const plus = (a: DaysSum, b: DaysSum): DaysSum => ({
  approvedHundredths: a.approvedHundredths + b.approvedHundredths,
  loggedHundredths: a.loggedHundredths + b.loggedHundredths,
  releasedHundredths: a.releasedHundredths + b.releasedHundredths,
  leftHundredths: a.leftHundredths + b.leftHundredths,
});
const valueOf = (hundredths: number, rateMinor: number | null): number | null => (rateMinor === null ? null : valueOfDays(hundredths, gbp(rateMinor)).minor);

export const daysGiven = questionOn('days', {
  summary: 'Days of help of an award or of every award of a programme: approved, worked, released and left, and what the worked ones count for.',
  permission: 'register:read',
  input: DaysAsked,
  from: [days],
  takesAsOf: true,
  async ask(db, { about }, { asOf }): Promise<DaysGiven> {
    const given = await db
      .selectFrom('day_awards').leftJoin('day_values', 'day_values.award', 'day_awards.award')
      .select(['day_awards.award', 'day_awards.programme', 'day_values.day_rate_minor as dayRateMinor', 'day_values.valued_for as valuedFor'])
      .where(isReference(about, 'AW') ? 'day_awards.award' : 'day_awards.programme', '=', about)
      .orderBy('day_awards.award').execute();
    const moves = await db
      .selectFrom('day_awards').innerJoin('day_moves', 'day_moves.award', 'day_awards.award').selectAll('day_moves')
      .where(isReference(about, 'AW') ? 'day_awards.award' : 'day_awards.programme', '=', about)
      .$if(asOf !== undefined, (query) => query.where('day_moves.effective_on', '<=', asOf?.on ?? ''))
      .orderBy('day_moves.position').orderBy('day_moves.line').execute();
    const byAward = Map.groupBy(moves, (move) => move.award);
    const awards = given.flatMap(({ dayRateMinor, ...each }): AwardDays[] => {
      const those = byAward.get(each.award) ?? [];
      const last = those.at(-1);
      if (!last) return [];
      let sum = noDays;
      const log = those.map(({ change, days: moved, effective_on: on, entry, expert, worked_on: workedOn, what }): DayMove => {
        sum = plus(sum, effectOf(change, moved));
        return { change: change as DayChange, daysHundredths: moved, leftHundredths: sum.leftHundredths, on, entry, expert, workedOn, what };
      });
      return [{ ...each, recipientName: last.recipient_name, ...sum, dayRateMinor, valueMinor: valueOf(sum.loggedHundredths, dayRateMinor), log }];
    });
    return { total: awards.reduce<DaysSum>(plus, noDays), awards };
  },
});
