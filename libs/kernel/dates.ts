/** A calendar day, YYYY-MM-DD, that exists. */
export type IsoDate = string & { readonly [day]: true };
declare const day: unique symbol;

const written = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsADay = 86_400_000;

const midnightUtc = (date: string): number => Date.parse(`${date}T00:00:00.000Z`);
const dayOf = (milliseconds: number): IsoDate => new Date(milliseconds).toISOString().slice(0, 10) as IsoDate;

export function isDate(value: unknown): value is IsoDate {
  return typeof value === 'string' && written.test(value) && !Number.isNaN(midnightUtc(value)) && dayOf(midnightUtc(value)) === value;
}

/** A date from text. Throws RangeError when the day does not exist; at the edge use the `date` field instead. */
export function toDate(text: string): IsoDate {
  if (!isDate(text)) throw new RangeError(`${text} is not a date that exists`);
  return text;
}

export const addDays = (from: IsoDate, days: number): IsoDate => dayOf(midnightUtc(from) + days * millisecondsADay);
export const daysBetween = (from: IsoDate, to: IsoDate): number => Math.round((midnightUtc(to) - midnightUtc(from)) / millisecondsADay);

/** The UK financial year that a day falls in, 1 April to 31 March: "FY1213" for 13 June 2012. */
export function financialYear(on: IsoDate): string {
  const year = Number(on.slice(0, 4)) - (on.slice(5) < '04-01' ? 1 : 0);
  return `FY${two(year)}${two(year + 1)}`;
}
const two = (year: number): string => String(year % 100).padStart(2, '0');

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London', hourCycle: 'h23',
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
});

function londonParts(instant: number): Record<string, string> {
  return Object.fromEntries(london.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** London is at Greenwich time or an hour ahead since 1972: before 23 o'clock UTC the day is the same, and need not be worked out. */
const sameDay = /^(?:19[89]|20)\d{2}-\d{2}-\d{2}T(?:[01]\d|2[0-2]):[\d:.]*Z$/;

/** The day that a clock on a London wall shows at an instant. */
export function londonDate(instant: string): IsoDate {
  if (sameDay.test(instant)) return instant.slice(0, 10) as IsoDate; // the calendar of a time zone is slow, and every posting asks
  const { year, month, day } = londonParts(Date.parse(instant));
  return `${year}-${month}-${day}` as IsoDate;
}

/** "14:20" on a London wall at an instant. */
export function londonTime(instant: string): string {
  const { hour, minute } = londonParts(Date.parse(instant));
  return `${hour}:${minute}`;
}

/** The instant (UTC, ISO) of a London wall-clock time on a day, summer time included. */
export function londonInstant(on: IsoDate, time = '00:00:00.000'): string {
  const asIfUtc = Date.parse(`${on}T${time.length === 5 ? `${time}:00.000` : time}Z`);
  // The calendar of a time zone counts in Julian days long ago and writes short years: Greenwich will do for what no log knows.
  if (on < '1900-01-01') return new Date(asIfUtc).toISOString();
  const { year, month, day, hour, minute, second } = londonParts(asIfUtc);
  const offset = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`) - Math.floor(asIfUtc / 1000) * 1000;
  return new Date(asIfUtc - offset).toISOString();
}

/** The last millisecond of a London day: what "known on" a date means. */
export const endOfLondonDay = (on: IsoDate): string => londonInstant(on, '23:59:59.999');

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "13 June 2012". */
export function showDate(on: IsoDate): string {
  const [year, month, dayOfMonth] = on.split('-');
  return `${Number(dayOfMonth)} ${months[Number(month) - 1]} ${year}`;
}
