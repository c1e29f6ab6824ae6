import { choice, type FieldValue } from '#kernel';

/** How an application came in, as the terms of its round ask for it. */
export const route = choice('Route', {
  nomination: 'a nomination',
  'expression-of-interest': 'an expression of interest',
  'invited-bids': 'an invited bid',
  'open-call': 'a bid in an open call',
});
export type Route = FieldValue<typeof route>;
