import { registerOrganisation } from './commands/register-organisation.js';
import { renameOrganisation } from './commands/rename-organisation.js';
import { withholdName } from './commands/withhold-name.js';

export { organisationType, type OrganisationType } from './organisation-fields.js';
export * as organisationEvents from './organisation.events.js';
export { organisation, type OrganisationState } from './organisation.js';
export { mustActForOwnBody, ownBodyRefusals } from './policies/must-act-for-own-body.js';
export const organisationCommands = [registerOrganisation, renameOrganisation, withholdName] as const;
