import { added, itemAt, noRoll, replacedAt, stream, type ExpertRef, type Roll } from '#kernel';
import * as events from './days-log.events.js';

/** An entry of the log as it stands. */
export interface Logged {
  /** Hundredths, less what was corrected. */
  readonly days: number;
  readonly expert?: ExpertRef | undefined;
  /** The financial year whose days of the expert it used, where they are counted. */
  readonly countedIn?: string | undefined;
}
/** Days that an award used. How many are left is a limit. */
export interface DaysLogState {
  readonly entries: Roll<Logged>;
}

export const daysLog = stream('dayslog', { noun: 'log of days of award', events, initial: { entries: noRoll } as DaysLogState }).evolvedBy({
  DaysLogged: ({ entries }, { days, expert, financialYear }) => ({ entries: added(entries, { days, expert, countedIn: financialYear }) }),
  DaysCorrected: ({ entries }, { number, days }) => {
    const entry = itemAt(entries, number - 1);
    if (!entry || entry.days < days) throw new Error(`Entry ${number} does not hold the days that are taken back`);
    return { entries: replacedAt(entries, number - 1, { ...entry, days: entry.days - days }) };
  },
  DaysReleased: (state) => state,
});

export const entryOf = ({ entries }: DaysLogState, number: number): Logged | undefined => itemAt(entries, number - 1);
