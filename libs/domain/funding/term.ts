import { addDays, refuse, showDate, type IsoDate, type Refusal } from '#kernel';

interface Term {
  readonly from: IsoDate;
  /** The last day. */
  readonly until: IsoDate;
}
export const termRefusals = { 'dates-run-backwards': 'It would end on {until}, before it begins on {from}' } as const;

export const termMustRunForwards = ({ from, until }: Term): Refusal<'dates-run-backwards'> | undefined =>
  until < from ? refuse('dates-run-backwards', { from: showDate(from), until: showDate(until) }) : undefined;

/** Whole months from the first day to the last, both counted: 1 December 2012 to 30 November 2014 are 24. */
export function wholeMonths({ from, until }: Term): number {
  const [year, month, day] = partsOf(from);
  const [toYear, toMonth, toDay] = partsOf(addDays(until, 1));
  return (toYear - year) * 12 + (toMonth - month) - (toDay < day ? 1 : 0);
}

const partsOf = (on: IsoDate): readonly [number, number, number] => [Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8, 10))];
