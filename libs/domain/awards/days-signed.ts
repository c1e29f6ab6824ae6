import { gbp, type Money } from '#kernel';
import { supportOf } from './award-holdings.js';
import type { AwardState } from './award-state.js';

/** What an expert's days count for: to the nearest penny, a half up. It is told beside money and never added to it. */
export const valueOfDays = (hundredths: number, rate: Money): Money => gbp(Number((BigInt(hundredths) * BigInt(rate.minor) + 50n) / 100n));

interface DaysSigned {
  readonly days?: number;
  readonly dayRate?: Money;
  readonly valueForMatch?: Money;
  readonly valueForSubsidy?: Money;
}

/** The days that an agreement gives, with their value for what the terms value them for; nothing where it gives none. */
export function daysSigned(state: Exclude<AwardState, { readonly stage: 'absent' }>): DaysSigned {
  const { days } = state;
  if (days === undefined) return {};
  const { dayRate, valuedFor } = supportOf(state, 'days') ?? {};
  if (!dayRate || !valuedFor) return { days };
  const value = valueOfDays(days, dayRate);
  return { days, dayRate, ...(valuedFor === 'subsidy' ? {} : { valueForMatch: value }), ...(valuedFor === 'match' ? {} : { valueForSubsidy: value }) };
}
