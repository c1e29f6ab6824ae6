import type { Unit } from '#domain/limits';
import { csvCell, type CellKind } from '../../csv-cell.js';
import type { JournalLine } from '../questions/journal.js';
import type { ExportHeading, JournalFormat } from './journal-format.js';

interface Column {
  readonly title: string;
  readonly kind: CellKind;
  of(line: JournalLine, heading: ExportHeading): unknown;
}
type Of = Column['of'];
const debitIn = (counted: Unit): Of => ({ unit, amountMinor }) => (unit === counted && amountMinor > 0 ? amountMinor : undefined);
const creditIn = (counted: Unit): Of => ({ unit, amountMinor }) => (unit === counted && amountMinor < 0 ? -amountMinor : undefined);
const balanceIn = (counted: Unit): Of => ({ unit, balanceMinor }, { asOf }) => (unit === counted && asOf === undefined ? balanceMinor : undefined);

const columns: readonly Column[] = [
  { title: 'Event', kind: 'count', of: ({ position }) => position },
  { title: 'Line', kind: 'count', of: ({ line }) => line },
  { title: 'Recorded at (UTC)', kind: 'text', of: ({ recordedAt }) => recordedAt },
  { title: 'Effective on', kind: 'text', of: ({ effectiveOn }) => effectiveOn },
  { title: 'Recorded late', kind: 'text', of: ({ isLate }) => (isLate ? 'yes' : '') },
  { title: 'Ledger', kind: 'text', of: ({ ledger }) => ledger },
  { title: 'Account', kind: 'text', of: ({ account }) => account },
  { title: 'Name', kind: 'text', of: ({ accountName }) => accountName },
  { title: 'Debit (£)', kind: 'money', of: debitIn('GBP') },
  { title: 'Credit (£)', kind: 'money', of: creditIn('GBP') },
  // As of a day some lines are left out, so that a running balance in the order of the log would not be theirs.
  { title: 'Balance (£, debit positive)', kind: 'money', of: balanceIn('GBP') },
  { title: 'Why', kind: 'text', of: ({ what }) => what },
  { title: 'About', kind: 'text', of: ({ subject }) => subject },
  { title: 'Event of', kind: 'text', of: ({ origin }) => origin },
  // Days stand in columns of their own, so that whoever sums a column sums one thing.
  { title: 'Debit (days)', kind: 'days', of: debitIn('DAY') },
  { title: 'Credit (days)', kind: 'days', of: creditIn('DAY') },
  { title: 'Balance (days, debit positive)', kind: 'days', of: balanceIn('DAY') },
];

const row = (...cells: readonly string[]): string => `${cells.join(',')}\r\n`;
const said = (name: string, value: unknown, kind: CellKind = 'text'): string => row(csvCell(name, 'text'), csvCell(value, kind));

/** A spreadsheet: what it is and what it comes to first, then a line for each posting. */
export const asCsv: JournalFormat = {
  begin: (heading) =>
    [
      said('Journal of', `${heading.origin} (${heading.kind})`),
      said('Account', heading.account ?? 'all'),
      said('As known at', heading.knownAt),
      said('Up to event', heading.position, 'count'),
      said('As of', heading.asOf ?? 'any day'),
      said('Rows', heading.lines, 'count'),
      said('Debits (£)', heading.debitsMinor, 'money'),
      said('Credits (£)', heading.creditsMinor, 'money'),
      said('Debits (days)', heading.debitsInDays, 'days'),
      said('Credits (days)', heading.creditsInDays, 'days'),
      row(''),
      row(...columns.map(({ title }) => csvCell(title, 'text'))),
    ].join(''),
  page: (lines, heading) => lines.map((line) => row(...columns.map(({ kind, of }) => csvCell(of(line, heading), kind)))).join(''),
  end: () => '',
};
