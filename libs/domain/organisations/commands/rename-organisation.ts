import { decide, present, reference, refuse, text, type OrganisationRef } from '#kernel';
import { OrganisationRenamed } from '../organisation.events.js';
import { organisation } from '../organisation.js';

export class RenameOrganisation {
  @reference('OR', 'Organisation') organisation!: OrganisationRef;
  @text('New name') name!: string;
}

export const renameOrganisation = decide(organisation, RenameOrganisation, {
  summary: 'Record that an organisation has a new name; what was decided under the old one keeps it.',
  permission: 'organisation:rename',
  ref: ({ organisation: ref }) => ref,
  refusals: { 'name-is-the-same': 'It is called {name} already' },
  rule(state, { name }) {
    const { name: formerName } = present(state);
    if (name === formerName) return refuse('name-is-the-same', { name });

    return [OrganisationRenamed({ formerName, name })];
  },
});
