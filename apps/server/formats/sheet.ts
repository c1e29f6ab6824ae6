import { gbp, showMoney } from '#kernel';
import type { Download } from '../layout/reply.js';

/** A column of a sheet: money is kept in pence and written in pounds. */
export interface Column<Row> {
  readonly title: string;
  readonly of: keyof Row & string;
  readonly kind: 'text' | 'money' | 'count';
}

/** The rows of a page for programs: the same rows, filters and moment as the page itself. */
export interface Sheet<Row extends object> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What the rows stand for: the position of the log and the filters. */
  readonly about: Readonly<Record<string, string | number>>;
}

/** A spreadsheet takes a cell that begins like this for a formula and would run it. */
const formulaLike = /^[=+\-@\t\r]/;

/** A cell of RFC 4180. Numbers are ours; words may be anybody's, so they are kept from being formulas. */
function cell(value: unknown, kind: Column<object>['kind']): string {
  if (value === null || value === undefined) return '';
  if (kind === 'money') return showMoney(gbp(Number(value))).replace(/[£,]/g, '');
  if (kind === 'count') return String(Number(value));
  const words = String(value);
  const safe = formulaLike.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvOf<Row extends object>({ name, columns, rows }: Sheet<Row>): Download {
  const lines = [columns.map(({ title }) => cell(title, 'text')), ...rows.map((row) => columns.map(({ of, kind }) => cell(row[of], kind)))];
  return {
    kind: 'download',
    type: 'text/csv; charset=utf-8; header=present',
    body: `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`,
    headers: { 'content-disposition': `attachment; filename="${name}.csv"` },
  };
}

/** Money stays in pence here, as its name says. */
export function jsonOf<Row extends object>({ columns, rows, about }: Sheet<Row>): Download {
  const named = rows.map((row) => Object.fromEntries(columns.map(({ of, kind }) => [kind === 'money' ? `${of}Minor` : of, row[of] ?? null])));
  return { kind: 'download', type: 'application/json; charset=utf-8', body: `${JSON.stringify({ ...about, rows: named }, undefined, 2)}\n` };
}
