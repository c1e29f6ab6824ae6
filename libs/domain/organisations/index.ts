import { endIdentifier } from './commands/end-identifier.js';
import { nameMembers } from './commands/name-members.js';
import { reclassifyOrganisation } from './commands/reclassify-organisation.js';
import { recordIdentifier } from './commands/record-identifier.js';
import { recordPrintedName } from './commands/record-printed-name.js';
import { recordSuccessor } from './commands/record-successor.js';
import { registerOrganisation } from './commands/register-organisation.js';
import { renameOrganisation } from './commands/rename-organisation.js';
import { withholdName } from './commands/withhold-name.js';

export * as identifierEvents from './identifier.events.js';
export { identifier, identifierRef, type IdentifierState } from './identifier.js';
export { identifierRegister, registers, type IdentifierRegister } from './identifier-register.js';
export { isPublicBody, organisationType, type OrganisationType } from './organisation-fields.js';
export * as organisationEvents from './organisation.events.js';
export { bodiesAsTheyStood, type NamedBody } from './named-body.js';
export { organisation, type Identifier, type OrganisationState } from './organisation.js';
export { partnerRole, type PartnerRole } from './partner-role.js';
export { membersOf } from './policies/members-of.js';
export { mustActForOwnBody, ownBodyRefusals } from './policies/must-act-for-own-body.js';
export const organisationCommands = [
  registerOrganisation, renameOrganisation, reclassifyOrganisation, withholdName, recordIdentifier, endIdentifier, recordPrintedName, nameMembers, recordSuccessor,
] as const;
