import { addDays, toDate, type IsoDate } from '#kernel';
import type { Report } from '#domain/programmes';

/** From its first day to its last. */
export interface Span {
  readonly every: 'month' | 'quarter' | 'year';
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** How the period of a report is written: months of the calendar, quarters and years of the financial year. */
export const periodForms: Readonly<Record<Report['every'], string>> = {
  month: 'once for each month. Give the month as its period, like 2012-06',
  quarter: 'once for each quarter. Give the quarter as its period, like FY1213-Q1 for April to June 2012',
  year: 'once for each financial year. Give the year as its period, like FY1213',
  once: 'once. Leave the period out',
};

const monthWritten = /^((?:19|20|21)\d{2})-(\d{2})$/;
const yearWritten = /^FY(\d{2})(\d{2})(?:-Q([1-4]))?$/;
const monthsOfAYear = 12;

/** The days that a period comes to; nothing where it is no period. */
export function spanOf(period: string): Span | undefined {
  const [, calendarYear, month = ''] = monthWritten.exec(period) ?? [];
  if (calendarYear !== undefined) return Number(month) >= 1 && Number(month) <= monthsOfAYear ? span('month', Number(calendarYear), Number(month), 1) : undefined;
  const [, first, second, quarter] = yearWritten.exec(period) ?? [];
  if (first === undefined || Number(second) !== (Number(first) + 1) % 100) return undefined;
  const began = Number(first) + (first < '80' ? 2000 : 1900);
  return quarter === undefined ? span('year', began, 4, monthsOfAYear) : span('quarter', began, 1 + 3 * Number(quarter), 3);
}

/** So many whole months from the first day of one; a month beyond December is one of the year after. */
const span = (every: Span['every'], year: number, month: number, months: number): Span => ({ every, from: firstOf(year, month), until: addDays(firstOf(year, month + months), -1) });

function firstOf(year: number, month: number): IsoDate {
  const beyond = Math.floor((month - 1) / monthsOfAYear);
  return toDate(`${String(year + beyond).padStart(4, '0')}-${String(month - beyond * monthsOfAYear).padStart(2, '0')}-01`);
}
