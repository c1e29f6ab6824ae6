import { gbp, type Money } from '#kernel';

/** So many whole per cent of an amount, to the penny: the nearest one (a half goes up), or down where it is a limit. */
export function percentOf(amount: Money, percent: number, rounding: 'nearest' | 'down'): Money {
  const hundredths = BigInt(amount.minor) * BigInt(percent);
  return gbp(Number((hundredths + (rounding === 'nearest' ? 50n : 0n)) / 100n));
}
