import { financialYear, refuse, showDate, type Elsewhere, type ExpertRef, type IsoDate, type ReadFact, type Refusal } from '#kernel';
import { expertDaysLimit, held, limit, moveUnit, showDays, type LimitFact } from '#domain/limits';
import type { Availability } from '../expert.js';

/*
 * What an expert has to give in a financial year lies in buckets: free, promised to an award (the bucket has its reference), and
 * worked. Of a year of which nobody said what the expert has, nothing is counted.
 */
const free = 'free';
const worked = 'worked';

export const readDays = (read: ReadFact, expert: ExpertRef, on: IsoDate): Promise<LimitFact> => read.ifAny(limit, expertDaysLimit(expert, financialYear(on)));
export const areCounted = ({ state }: LimitFact): boolean => state.stage === 'open';

export const notFree = { 'expert-is-not-free': 'The expert has {free} free for this award in that financial year. Say first that they have more, or ask another' } as const;
export const notAvailable = { 'expert-is-not-available': 'The expert has days to give from {from} until {until} only. Say first that they have time then, or ask another' } as const;

const moveDays = (of: LimitFact, from: string, to: string, amount: number, because: string): readonly Elsewhere[] => (amount === 0 ? [] : [moveUnit(of, 'DAY', from, to, amount, because)]);

/** Keeps some of an expert's free days for an award. */
export function promiseDays(of: LimitFact, award: string, needed: number): Refusal<keyof typeof notFree> | readonly Elsewhere[] {
  const left = held(of, free);
  return needed > left ? refuse('expert-is-not-free', { free: showDays(left) }) : moveDays(of, free, award, needed, `promised to ${award}`);
}

/** What an award did not use of its promise is free again. */
export const giveDaysBack = (of: LimitFact, award: string): readonly Elsewhere[] => moveDays(of, award, free, held(of, award), `${award} needs them no longer`);

/** Takes days that were worked: first those that were promised to the award, then free ones. */
export function workDays(of: LimitFact, award: string, needed: number): Refusal<keyof typeof notFree> | readonly Elsewhere[] {
  const promised = held(of, award);
  const left = promised + held(of, free);
  if (needed > left) return refuse('expert-is-not-free', { free: showDays(left) });
  const because = `worked for ${award}`;
  return [...moveDays(of, award, worked, Math.min(promised, needed), because), ...moveDays(of, free, worked, Math.max(0, needed - promised), because)];
}

/** Days that were logged by mistake were never worked: they are free again. */
export const unworkDays = (of: LimitFact, award: string, amount: number): readonly Elsewhere[] => moveDays(of, worked, free, amount, `corrected for ${award}`);

export const mustBeAvailable = (availability: Availability | undefined, on: IsoDate): Refusal<keyof typeof notAvailable> | undefined =>
  availability && (on < availability.from || on > availability.until) ? refuse('expert-is-not-available', { from: showDate(availability.from), until: showDate(availability.until) }) : undefined;
