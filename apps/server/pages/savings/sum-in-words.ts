import { qualifier as qualifiers, type SumOfSavings } from '#domain/savings';
import { inPounds } from '../../layout/words.js';

/** "over £15,000,000.00": the word belongs to the amount. */
export const qualified = (qualifier: string, minor: number): string => (qualifier === 'exact' ? inPounds(minor) : `${qualifiers.spec.show(qualifier)} ${inPounds(minor)}`);

/** A sum of savings with the words that belong to it; why there is none, where figures do not belong together. */
export function sumInWords(sum: SumOfSavings): string {
  if (!sum.added) return sum.sentence;
  if (sum.basis === undefined) return 'none';
  const notes = [...(sum.attribution === 'contributed-to' ? ['the support contributed to it'] : []), ...(sum.mayOverlap ? ['some of these figures may tell of the same pounds'] : [])];
  return `${qualified(sum.qualifier, sum.amount.minor)}, ${sum.label}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
}
