import { declineApplication } from './commands/decline-application.js';
import { nominate } from './commands/nominate.js';
import { withdrawApplication } from './commands/withdraw-application.js';

export * as applicationEvents from './application.events.js';
export { application, type ApplicationState } from './application.js';
export * as entriesEvents from './entries.events.js';
export { entries, type EntriesState } from './entries.js';
export { partnerRole, partnersAsTheyStood, type Partner } from './partners.js';
export { applicationMustBeOpen, openRefusals } from './policies/application-must-be-open.js';
export const applicationCommands = [nominate, withdrawApplication, declineApplication] as const;
