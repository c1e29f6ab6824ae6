import { choice, gbp, showMoney } from '#kernel';

/** What a limit counts: pence, hundredths of a day, places on a course, or plain things. */
export const unitField = choice('Unit', { GBP: 'pounds sterling', DAY: 'days', PLACE: 'places', COUNT: 'things' });
export type Unit = 'GBP' | 'DAY' | 'PLACE' | 'COUNT';

const plural = (amount: number, one: string): string => `${amount} ${one}${amount === 1 ? '' : 's'}`;

/** An amount of a unit in words: "£20,000.00", "14 days", "3 places". */
export function showQuantity(unit: Unit, amount: number): string {
  switch (unit) {
    case 'GBP':
      return showMoney(gbp(amount));
    case 'DAY':
      return plural(amount / 100, 'day');
    case 'PLACE':
      return plural(amount, 'place');
    case 'COUNT':
      return plural(amount, 'thing');
  }
}
