import type { AwardDays, DayChange, DayMove, DaysSum } from '#views/support';
import { stepsFor } from '../../forms/next-steps.js';
import type { Figure } from '../../layout/figures.js';
import { amounts, columns, linked, onDay, words, type Cell, type Table } from '../../layout/table.js';
import { capital, inDays, inPounds, inWords, many } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';
import { ledgerLines } from '../ledger/ledger-lines.js';

const inDaysCell = (hundredths: number): Cell => words(inDays(hundredths));

/** Days of an award or of a programme, with the way to the lines of the ledger of days behind what is worked and left. */
export const daysFigures = (sum: DaysSum, about: string, visit: Visit): readonly Figure[] => [
  { label: 'Days approved', value: inDays(sum.approvedHundredths) },
  { label: 'Worked', value: inDays(sum.loggedHundredths), href: ledgerLines(visit, 'D:Logged', about) },
  { label: 'Released', value: inDays(sum.releasedHundredths), note: 'not used, and given back' },
  { label: 'Left', value: inDays(sum.leftHundredths), href: ledgerLines(visit, 'D:Left', about) },
];

const purposes: Readonly<Record<string, string>> = {
  match: 'as match funding', subsidy: 'for subsidy control', both: 'as match funding and for subsidy control',
};
/** What the worked days count for. It is no money: it never stands in a column that is added up. */
export function valueInWords({ valueMinor, dayRateMinor, valuedFor }: Pick<AwardDays, 'valueMinor' | 'dayRateMinor' | 'valuedFor'>): string {
  if (valueMinor === null) return 'not valued';
  return [inPounds(valueMinor), purposes[valuedFor ?? ''] ?? '', `at ${inPounds(dayRateMinor)} a day`].filter(Boolean).join(' ');
}

export function awardsTable(awards: readonly AwardDays[], visit: Visit): Table {
  return {
    id: 'awards-with-days', caption: many(awards.length, 'award with days', 'awards with days'),
    heads: [...columns('Award', 'Recipient'), ...amounts('Approved', 'Worked', 'Released', 'Left'), ...columns('Worked days count for')],
    rows: awards.map(({ award, recipientName, approvedHundredths, loggedHundredths, releasedHundredths, leftHundredths, ...value }) => [
      linked(award, link(visit, `/awards/${award}#days`)), words(recipientName),
      ...[approvedHundredths, loggedHundredths, releasedHundredths, leftHundredths].map(inDaysCell), words(valueInWords(value)),
    ]),
  };
}

const changes: Readonly<Record<DayChange, string>> = { approved: 'approved', logged: 'worked', corrected: 'taken back', released: 'released' };

/** Every change of an award's days in the order of recording; an entry of the log leads to the form that corrects it. */
export function logTable({ award, programme, log }: AwardDays, mayChange: boolean, visit: Visit): Table {
  const [correct] = mayChange ? stepsFor(visit, ['CorrectDays'], `/awards/${award}`) : [];
  const corrected = (entry: number): readonly Cell[] => (correct ? [linked('Correct', `${correct.href}?number=${entry}`, `entry ${entry}`)] : []);
  const row = ({ change, entry, on, workedOn, daysHundredths, leftHundredths, expert, what }: DayMove): readonly Cell[] => [
    words(entry === null ? capital(changes[change]) : `Entry ${entry}: ${changes[change]}`), onDay(workedOn ?? on),
    inDaysCell(daysHundredths), inDaysCell(leftHundredths),
    expert === null ? words('') : linked(expert, link(visit, `/programmes/${programme}/experts`), `of ${entry === null ? award : `entry ${entry}`}`),
    words(whatOf(what, workedOn, on)),
    ...(change === 'logged' && entry !== null ? corrected(entry) : correct ? [words('')] : []),
  ];
  return {
    id: 'days-log', caption: 'Log of days', rows: log.map(row),
    heads: [
      ...columns('Entry', 'On'), ...amounts('Days', 'Left after it'), ...columns('Expert', 'What was done, or why', ...(correct ? ['What you can do'] : [])),
    ],
  };
}

/** Work of an earlier day that took effect later says so. */
const whatOf = (what: string | null, workedOn: string | null, on: string): string =>
  `${what ?? ''}${workedOn !== null && workedOn !== on ? ` (logged on ${inWords(on)})` : ''}`;
