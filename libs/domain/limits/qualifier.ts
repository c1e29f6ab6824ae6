import { choice, type FieldValue } from '#kernel';

/** Words that belong to an amount: "over £15 million" is another figure than £15 million. */
export const qualifier = choice('Qualifier', { exact: 'exactly', over: 'over', 'up-to': 'up to', about: 'about' });
export type Qualifier = FieldValue<typeof qualifier>;

/** A figure with the words that belong to it; an exact one stands alone. */
export const qualified = (of: Qualifier, figure: string): string => (of === 'exact' ? figure : `${qualifier.spec.show(of)} ${figure}`);

/** A sum is no surer than its parts. "Over" and "up to" together say nothing about which side the sum is on. */
export function loosest(qualifiers: readonly Qualifier[]): Qualifier {
  const [only, ...others] = new Set(qualifiers.filter((each) => each !== 'exact'));
  return others.length > 0 ? 'about' : (only ?? 'exact');
}
