import { count, oneOf, optional, variant, type FieldValue } from '#kernel';

/** How those who get something are chosen from those who asked. */
export const selectionTerm = oneOf('How they are chosen', {
  officers: variant({}, 'officers recommend what they find fit', 'Officers recommend what they find fit'),
  competition: variant({}, 'applications are scored and ranked', 'A competition: applications are scored and ranked'),
  'first-come': variant(
    { number: optional(count('Until so many awards', { min: 1 })) },
    'whoever came first is served first, until the money or the number runs out',
    'First come, first served',
  ),
  'all-eligible': variant({}, 'everybody who is eligible', 'Everybody who is eligible'),
});
export type SelectionTerm = FieldValue<typeof selectionTerm>;
