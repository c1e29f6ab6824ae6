import { londonDate, type Happened, type IsoDate } from '#kernel';

/**
 * Whether an event takes effect on another day than the one it was recorded on. Most do not, and stand in the log where
 * their day stands; only the others need to be looked up by day.
 */
export const isOffDay = ({ on, recordedAt }: Pick<Happened, 'on' | 'recordedAt'>): boolean => on !== londonDate(recordedAt);

export const everyDay = 'ever';
/** No grant that is kept here goes further back: what does is filed under this year. */
const firstYear = 1980;

/** The stretches of time that a day belongs to: ever, its year, its month and itself. A running balance is kept for each. */
export const spansOf = (on: IsoDate): readonly string[] => [everyDay, String(Math.max(firstYear, Number(on.slice(0, 4)))), on.slice(0, 7), on];

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
const two = (of: number): string => String(of).padStart(2, '0');

/** Everything from a year on up to and with a day, in as few spans as there are: the years before, then months, then days. */
export function spansUpTo(on: IsoDate, from = firstYear): readonly string[] {
  const [year = '', month = '', day = ''] = on.split('-');
  return [
    ...range(Math.max(firstYear, from), Number(year) - 1).map(String),
    ...range(1, Number(month) - 1).map((before) => `${year}-${two(before)}`),
    ...range(1, Number(day)).map((before) => `${year}-${month}-${two(before)}`),
  ];
}
