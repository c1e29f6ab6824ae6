import { bankHolidays, bankHolidaysReach } from './bank-holidays.js';
import { addDays, type IsoDate } from './dates.js';

const weekdayOf = (on: IsoDate): number => new Date(`${on}T00:00:00.000Z`).getUTCDay();
const isWeekend = (on: IsoDate): boolean => weekdayOf(on) % 6 === 0;
const asDate = (year: number, monthAndDay: string): IsoDate => `${year}-${monthAndDay}` as IsoDate;

const known = new Map<number, ReadonlySet<IsoDate>>();

/**
 * Bank holidays of England and Wales in a year: as published, and beyond the years of the list by the standing rule alone,
 * which cannot know of days that are yet to be proclaimed, or were before the list begins.
 */
export function bankHolidaysOf(year: number): ReadonlySet<IsoDate> {
  const before = known.get(year);
  if (before) return before;
  const listed = year >= bankHolidaysReach.from && year <= bankHolidaysReach.to ? bankHolidays[year] : undefined;
  const days = new Set(listed?.split(' ').map((day) => asDate(year, day)) ?? byStandingRule(year));
  known.set(year, days);
  return days;
}

/** Monday to Friday, and no bank holiday in England. */
export const isWorkingDay = (on: IsoDate): boolean => !isWeekend(on) && !bankHolidaysOf(Number(on.slice(0, 4))).has(on);

/** The day itself if it is a working day, or the next one that is. */
export function workingDayFrom(on: IsoDate): IsoDate {
  let day = on;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** So many working days after a day, which is not counted itself; with a number below nil, before it. */
export function addWorkingDays(from: IsoDate, days: number): IsoDate {
  const step = days < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The days that come round each year (1971 c. 80, schedule 1, and New Year's Day, May Day and the day after Boxing Day by custom). */
export function byStandingRule(year: number): readonly IsoDate[] {
  const monday = (month: string, from: number): IsoDate => dayFrom(asDate(year, `${month}-${String(from).padStart(2, '0')}`), 1);
  const newYear = asDate(year, '01-01');
  const [christmas, boxing] = [asDate(year, '12-25'), asDate(year, '12-26')];
  const easter = easterOf(year);
  const fixed = [christmas, boxing].filter((day) => !isWeekend(day));
  const moved = [27, 28].map((day) => asDate(year, `12-${day}`)).filter((day) => !isWeekend(day)).slice(0, 2 - fixed.length);
  return [isWeekend(newYear) ? monday('01', 1) : newYear, addDays(easter, -2), addDays(easter, 1), monday('05', 1), monday('05', 25), monday('08', 25), ...fixed, ...moved];
}

function dayFrom(from: IsoDate, weekday: number): IsoDate {
  let day = from;
  while (weekdayOf(day) !== weekday) day = addDays(day, 1);
  return day;
}

/** Easter Sunday by the Gregorian calendar (the anonymous computus, Nature, 20 April 1876). */
export function easterOf(year: number): IsoDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return asDate(year, `${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`);
}
