import { csvCell, type CellKind } from '#views';
import type { Download } from '../layout/reply.js';

/** A column of a sheet: money is kept in pence and written in pounds. */
export interface Column<Row> {
  readonly title: string;
  readonly of: keyof Row & string;
  readonly kind: CellKind;
}

/** The rows of a page for programs: the same rows, filters and moment as the page itself. */
export interface Sheet<Row extends object> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What the rows stand for: the position of the log and the filters. */
  readonly about: Readonly<Record<string, string | number>>;
}

export function csvOf<Row extends object>({ name, columns, rows }: Sheet<Row>): Download {
  const lines = [columns.map(({ title }) => csvCell(title, 'text')), ...rows.map((row) => columns.map(({ of, kind }) => csvCell(row[of], kind)))];
  return {
    kind: 'download',
    type: 'text/csv; charset=utf-8; header=present',
    body: `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`,
    headers: { 'content-disposition': `attachment; filename="${name}.csv"` },
  };
}

const minor: Readonly<Partial<Record<CellKind, string>>> = { money: 'Minor', days: 'Hundredths' };

/** Once: most fields of money and days are named so already. */
const named = (of: string, unit = ''): string => (of.endsWith(unit) ? of : of + unit);

/** Money stays in pence here, and time in hundredths of a day, as its name says. */
export function jsonOf<Row extends object>({ columns, rows, about }: Sheet<Row>): Download {
  const told = rows.map((row) => Object.fromEntries(columns.map(({ of, kind }) => [named(of, minor[kind]), row[of] ?? null])));
  return { kind: 'download', type: 'application/json; charset=utf-8', body: `${JSON.stringify({ ...about, rows: told }, undefined, 2)}\n` };
}
