import { choice, list, reference, text, type FieldValue } from '#kernel';
import { organisationType } from '#domain/organisations';

/** What a partner does in a bid. A private partner works on it, but its money is no match. */
export const partnerRole = choice('Role', {
  'joint-applicant': 'joint applicant',
  'project-assurance': 'project assurance',
  'private-partner': 'private partner',
  'delivery-lead': 'delivery lead',
  'managed-by': 'managing body',
});

/** Partners as they stood: names and types are evidence, so that a later change of name rewrites nothing. */
export const partnersAsTheyStood = list(
  'Partners',
  { organisation: reference('OR', 'Organisation'), name: text('Name'), type: organisationType, role: partnerRole },
  '{name} ({role})',
);
export type Partner = FieldValue<typeof partnersAsTheyStood>[number];
