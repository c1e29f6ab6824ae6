import { entries, versions, view, type Happened, type RowsOf } from '#kernel';
import { award } from '#domain/awards';
import { daysLog } from '#domain/support';

const tables = {
  /** Awards that were given days, and what a day counts for where their terms value it. */
  day_awards: versions({ columns: { award: 'text', programme: 'text' }, key: ['award'], indexes: [['programme']] }),
  day_values: versions({ columns: { award: 'text', day_rate_minor: 'integer?', valued_for: 'text?' }, key: ['award'] }),
  /** `days` is what changed, in hundredths; `entry` is the entry of the log that it is or corrects. */
  day_moves: entries({
    columns: { award: 'text', recipient_name: 'text', change: 'text', days: 'integer', entry: 'integer?', expert: 'text?', worked_on: 'text?', what: 'text?', effective_on: 'text' },
    indexes: [['award']],
  }),
};
type Rows = RowsOf<typeof tables>;
type Move = Parameters<Rows['day_moves']['add']>[0];
const empty = { entry: null, expert: null, worked_on: null, what: null };
const add = (rows: Rows, move: Omit<Move, keyof typeof empty> & Partial<Move>): void => rows.day_moves.add({ ...empty, ...move });

/** An award that ends gives back the days that nobody used. */
const ended = (what: string) => (rows: Rows, { ref, on, data: { recipientName, daysReleased = 0 } }: Happened<{ readonly recipientName: string; readonly daysReleased?: number | undefined }>): void => {
  if (daysReleased > 0) add(rows, { award: ref, recipient_name: recipientName, change: 'released', days: daysReleased, what, effective_on: on });
};

/** Days of help: what approvals gave each award, and what became of them. No money is in here but what a day counts for. */
export const days = view('days', {
  version: 1,
  tables,
  from: [award, daysLog],
  on: {
    AwardRecommended(rows, { ref, data: { support = [] } }) {
      for (const each of support) if (each.kind === 'days') rows.day_values.put({ award: ref, day_rate_minor: each.dayRate?.minor ?? null, valued_for: each.valuedFor ?? null });
    },
    AwardApproved(rows, { ref, on, data: { programme, recipientName, days: given = 0 } }) {
      if (given === 0) return;
      rows.day_awards.put({ award: ref, programme });
      add(rows, { award: ref, recipient_name: recipientName, change: 'approved', days: given, effective_on: on });
    },
    OfferLapsed: ended('The offer lapsed'),
    AwardWithdrawn: ended('The award was withdrawn'),
    AwardClosed: ended('The award was closed'),
    DaysLogged: (rows, { on, data: { award: of, recipientName, number, days: worked, workedOn, what, expert = null } }) =>
      add(rows, { award: of, recipient_name: recipientName, change: 'logged', days: worked, entry: number, expert, worked_on: workedOn, what, effective_on: on }),
    DaysCorrected: (rows, { on, data: { award: of, recipientName, number, days: back, reason, expert = null } }) =>
      add(rows, { award: of, recipient_name: recipientName, change: 'corrected', days: back, entry: number, expert, what: reason, effective_on: on }),
    DaysReleased: (rows, { on, data: { award: of, recipientName, days: freed, reason } }) =>
      add(rows, { award: of, recipient_name: recipientName, change: 'released', days: freed, what: reason, effective_on: on }),
  },
});
