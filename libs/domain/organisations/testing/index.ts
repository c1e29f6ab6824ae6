import { toReference } from '#kernel';
import { given } from '#kernel/testing/given';
import { OrganisationRegistered } from '../organisation.events.js';
import { organisation } from '../organisation.js';

/** Two districts and the joint committee that they make up. */
export const [somerton, langport, committee] = [toReference('OR', 'OR-2012-001'), toReference('OR', 'OR-2012-002'), toReference('OR', 'OR-2012-003')];
export const registered = given(organisation, somerton, OrganisationRegistered({ name: 'Somerton District Council', type: 'district' }))
  .and(organisation, langport, OrganisationRegistered({ name: 'Langport District Council', type: 'district' }))
  .and(organisation, committee, OrganisationRegistered({ name: 'Levels Joint Committee', type: 'joint-body' }));
export const bySomerton = { organisation: somerton, name: 'Somerton District Council' };
export const byLangport = { organisation: langport, name: 'Langport District Council' };
export const byCommittee = { organisation: committee, name: 'Levels Joint Committee' };
