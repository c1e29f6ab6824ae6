import { count, money, oneOf, variant, type FieldValue } from '#kernel';

/** What a programme wants to reach in a financial year: councils helped, or savings of one basis. */
export const targetField = oneOf('Target', {
  councils: variant({ atLeast: count('At least so many councils', { min: 1 }) }, 'at least {atLeast} councils'),
  savings: variant({ atLeast: money('At least so much in savings') }, 'savings of at least {atLeast}'),
});
export type Target = FieldValue<typeof targetField>;
