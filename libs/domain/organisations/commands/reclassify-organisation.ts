import { decide, present, reference, refuse, text, type OrganisationRef } from '#kernel';
import { organisationType, type OrganisationType } from '../organisation-fields.js';
import { OrganisationReclassified } from '../organisation.events.js';
import { organisation } from '../organisation.js';

export class ReclassifyOrganisation {
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @organisationType type!: OrganisationType;
  @text('Reason', { hint: 'Such as the order that made two districts one unitary council' }) reason!: string;
}

export const reclassifyOrganisation = decide(organisation, ReclassifyOrganisation, {
  summary: 'Record that an organisation is of another type from this day; what was decided before keeps the type it had.',
  permission: 'organisation:register',
  ref: ({ organisation: ref }) => ref,
  refusals: { 'type-is-the-same': '{name} is of that type already' },
  rule(state, { type, reason }) {
    const { name, type: formerType } = present(state);
    if (type === formerType) return refuse('type-is-the-same', { name });

    return [OrganisationReclassified({ name, formerType, type, reason })];
  },
});
