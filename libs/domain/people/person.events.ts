/** Stored. Change only through person.history.ts. No name is in here: names live outside the log, with the accounts. */
import { code, count, date, event, list, optional, person, reference, text } from '#kernel';

const number = count('Number', { min: 1 });
const role = code('Role');
/* An event whose sentence is a function names its optional fields and references first: inside, the compiler would leave them until last. */
const endsOn = optional(date('Ends on', { hint: 'The last day on which it counts' }));
const organisation = optional(reference('OR', 'Organisation'));
const organisationName = optional(text('Name of the organisation'));
const delegatedBy = optional(person('Delegated by'));

export const PersonRegistered = event('PersonRegistered', { fields: { person: person('Person') }, sentence: '{person} was registered' });

export const RoleGranted = event('RoleGranted', {
  fields: {
    number,
    role,
    startsOn: date('Starts on'),
    endsOn,
    organisation,
    organisationName,
    delegatedBy,
    grantedBy: person('Granted by'),
    reason: text('Reason'),
  },
  sentence: ({ endsOn, organisationName, delegatedBy }, show) =>
    `The role ${show('role')}${organisationName ? ` for ${show('organisationName')}` : ''} was ${delegatedBy ? `delegated by ${show('delegatedBy')}` : 'granted'} ` +
    `from ${show('startsOn')}${endsOn ? ` to ${show('endsOn')}` : ''}: ${show('reason')}`,
});

export const RoleEnded = event('RoleEnded', {
  fields: { number, role, endsOn: date('Ended on'), reason: text('Reason') },
  sentence: 'The role {role} ended on {endsOn}: {reason}',
});

export const PersonLeft = event('PersonLeft', { fields: { reason: text('Reason') }, sentence: 'They left, and every role and token of theirs ended: {reason}' });

export const ApiTokenIssued = event('ApiTokenIssued', {
  fields: { number, role, scope: list('Scope', { permission: text('Permission') }, '{permission}'), expiresOn: date('Expires on', { hint: 'The last day on which it counts' }) },
  sentence: 'API token {number} was issued in the role {role} for {scope}, until {expiresOn}',
});

export const ApiTokenRevoked = event('ApiTokenRevoked', {
  fields: { number, reason: text('Reason') },
  sentence: 'API token {number} was revoked: {reason}',
});
