import { decide, present, reference, refuse, text, type OrganisationRef } from '#kernel';
import { NameWithheld } from '../organisation.events.js';
import { organisation } from '../organisation.js';

export class WithholdName {
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @text('Reason', { hint: 'Why the name is kept out of what is published' }) reason!: string;
}

/** A partner may ask that its name not be associated with a project (Board papers of 15 January 2013, waste pilot). */
export const withholdName = decide(organisation, WithholdName, {
  summary: 'Keep an organisation’s name out of what is published; the record itself keeps it.',
  permission: 'organisation:withhold-name',
  ref: ({ organisation: ref }) => ref,
  refusals: { 'name-is-withheld': 'The name of {name} is withheld already, since {since}' },
  rule(state, { reason }) {
    const { name, withheldSince } = present(state);
    if (withheldSince) return refuse('name-is-withheld', { name, since: withheldSince });

    return [NameWithheld({ name, reason })];
  },
});
