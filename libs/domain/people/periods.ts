import type { IsoDate } from '#kernel';

/** Days from the first to the last, both included; without a last day for ever. */
export interface Period {
  readonly startsOn: IsoDate;
  readonly endsOn?: IsoDate | undefined;
}

const lastOf = ({ endsOn }: Period): string => endsOn ?? '9999-12-31';

export const sharesADay = (a: Period, b: Period): boolean => a.startsOn <= lastOf(b) && b.startsOn <= lastOf(a);
export const runsBackwards = (period: Period): boolean => lastOf(period) < period.startsOn;
/** Whether one lies within the other. */
export const liesWithin = (inner: Period, outer: Period): boolean => outer.startsOn <= inner.startsOn && lastOf(inner) <= lastOf(outer);
