import { decide, refuse, toCode } from '#kernel';
import { asWritten } from '../role-fields.js';
import { PermissionGiven, RoleDefined } from '../role.events.js';
import { role } from '../role.js';
import { definitionOf, everyRole } from '../roles.js';

/** Nothing to choose: what is shipped is defined. */
export class DefineRoles {}

/**
 * Brings a log up to the roles that this version ships: defines those it lacks, and gives what was added since. What an
 * administrator took away stays away.
 */
export const defineRoles = decide(role, DefineRoles, {
  summary: 'Define the roles that this version ships, where the log lacks them.',
  permission: 'role:define',
  begins: 'named',
  ref: () => 'installation',
  facts: async (read) => ({ shipped: await Promise.all(everyRole.map(async (code) => ({ code, fact: await read.ifAny(role, code) }))) }),
  refusals: { 'roles-are-defined': 'Every role is defined as this version ships it' },
  rule(_, __, { facts }) {
    const changes = facts.shipped.flatMap(({ code, fact }) => {
      const { title, does, may } = definitionOf(code);
      const { state } = fact;
      if (state.stage === 'absent') return [fact.append(RoleDefined({ role: toCode(code), title, does, permissions: asWritten(may) }))];
      const added = may.filter((each) => !state.permissions.includes(each) && !state.taken.includes(each));
      return added.length > 0 ? [fact.append(...added.map((permission) => PermissionGiven({ role: toCode(code), title, permission, reason: 'Shipped with a new version' })))] : [];
    });
    return changes.length > 0 ? changes : refuse('roles-are-defined');
  },
});
