import { list, reference, text, type DataOf, type FieldValue } from '#kernel';
import { organisationType, partnerRole } from '#domain/organisations';

const partner = { organisation: reference('OR', 'Organisation'), role: partnerRole };
/** Partners as whoever applies names them: each once, with what it does. */
export const partnersNamed = list('Partners', partner, '{organisation} ({role})');
export type PartnerNamed = DataOf<typeof partner>;

/** Partners as they stood: names and types are evidence, so that a later change of name rewrites nothing. */
export const partnersAsTheyStood = list(
  'Partners',
  { organisation: reference('OR', 'Organisation'), name: text('Name'), type: organisationType, role: partnerRole },
  '{name} ({role})',
);
export type Partner = FieldValue<typeof partnersAsTheyStood>[number];
