/** Stored. Change only through role.history.ts. */
import { code, event, list, text } from '#kernel';

/* Stored as words, not as a choice: a role or permission that is given up later can still be read. */
const permission = text('Permission');

export const RoleDefined = event('RoleDefined', {
  fields: { role: code('Role'), title: text('Title'), does: text('What it does'), permissions: list('Permissions', { permission }, '{permission}') },
  sentence: 'The role {title} was defined: it {does}',
});

export const PermissionGiven = event('PermissionGiven', {
  fields: { role: code('Role'), title: text('Title'), permission, reason: text('Reason') },
  sentence: '{title} may {permission} from now on: {reason}',
});

export const PermissionTaken = event('PermissionTaken', {
  fields: { role: code('Role'), title: text('Title'), permission, reason: text('Reason') },
  sentence: '{title} may no longer {permission}: {reason}',
});
