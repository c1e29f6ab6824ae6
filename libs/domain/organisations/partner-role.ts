import { choice, type FieldValue } from '#kernel';

/** What a partner does in a bid. A private partner works on it, but its money is no match. */
export const partnerRole = choice('Role', {
  'joint-applicant': 'joint applicant',
  'project-assurance': 'project assurance',
  'private-partner': 'private partner',
  'delivery-lead': 'delivery lead',
  'managed-by': 'managing body',
  partner: 'partner',
  'supported-by': 'supporting body',
});
export type PartnerRole = FieldValue<typeof partnerRole>;
