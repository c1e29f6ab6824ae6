import { choice, type FieldValue } from '#kernel';

/** What money may be spent on: capital buys what lasts, and is never turned into revenue. */
export const fundClass = choice('Kind of money', { capital: 'capital', revenue: 'revenue' });
export type FundClass = FieldValue<typeof fundClass>;
