import { choice, type FieldValue } from '#kernel';

/** In which capacity somebody of the pool helps: an expert works for the recipient, a mentor stands beside those who do. */
export const capacityField = choice('Helps as', { expert: 'expert', mentor: 'mentor' });
export type Capacity = FieldValue<typeof capacityField>;
