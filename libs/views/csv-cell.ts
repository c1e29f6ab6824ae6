import { gbp, showMoney } from '#kernel';

/** Money comes in pence and days in hundredths; both are written with two decimals. */
export type CellKind = 'text' | 'money' | 'days' | 'count';

/** A spreadsheet takes a cell that begins like this for a formula and would run it. */
const formulaLike = /^[=+\-@\t\r＝＋－＠]/;

/** A cell of RFC 4180; money is written in pounds and time in days. Numbers are ours; words may be anybody's, so they are kept from being formulas. */
export function csvCell(value: unknown, kind: CellKind): string {
  if (value === null || value === undefined) return '';
  if (kind === 'money' || kind === 'days') return showMoney(gbp(Number(value))).replace(/[£,]/g, '');
  if (kind === 'count') return String(Number(value));
  const words = String(value);
  const safe = formulaLike.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
