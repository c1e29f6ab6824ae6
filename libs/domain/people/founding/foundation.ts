import type { CommandDeclaration, Permission } from '#kernel';
import { definitionOf } from '../roles.js';
import { defineRoles } from './define-roles.js';
import { settleDemonstration } from './settle-demonstration.js';

/** What Tallystick does to a log before anybody acts in it, and what it may do as `person:installation` from the console. */
export const foundation: { readonly may: readonly Permission[]; readonly live: readonly CommandDeclaration[]; readonly demonstration: readonly CommandDeclaration[] } = {
  may: definitionOf('installation').may,
  live: [defineRoles],
  demonstration: [defineRoles, settleDemonstration],
};
