import { decide, optional, text } from '#kernel';
import { organisationType, type OrganisationType } from '../organisation-fields.js';
import { OrganisationRegistered } from '../organisation.events.js';
import { organisation } from '../organisation.js';

export class RegisterOrganisation {
  @text('Name') name!: string;
  @organisationType type!: OrganisationType;
  @optional(text('Region')) region?: string;
  @optional(text('Identifier', { hint: 'As a document gives it. What a register calls the body is recorded afterwards, register by register' })) identifier?: string;
}

export const registerOrganisation = decide(organisation, RegisterOrganisation, {
  summary: 'Register a council, company, charity or public body.',
  permission: 'organisation:register',
  begins: 'OR',
  refusals: {},
  rule: (_, input) => [OrganisationRegistered({ ...input })],
});
