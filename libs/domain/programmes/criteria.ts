import { code, list, percent, text, type FieldValue } from '#kernel';

/** What applications of a round are scored on; the weights are whole per cent and sum to a hundred. */
export const criteriaField = list(
  'Criteria',
  { code: code('Code'), name: text('Name'), weight: percent('Weight') },
  '{name} ({weight})',
  { min: 1, max: 20 },
);
export type Criterion = FieldValue<typeof criteriaField>[number];
