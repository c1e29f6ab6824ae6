import { toCode, toDate, toPerson, type Permission } from '#kernel';
import { asWritten } from '../role-fields.js';
import { PersonRegistered, RoleGranted } from '../person.events.js';
import { RoleDefined } from '../role.events.js';
import { definitionOf, type Role } from '../roles.js';

export const registered = (id: string) => PersonRegistered({ person: toPerson(id) });

type Terms = Omit<Partial<Parameters<typeof RoleGranted>[0]>, 'role'>;
/** A role that was granted in 2012 without an end, unless the terms say otherwise. */
export const granted = (role: Role, terms: Terms = {}) =>
  RoleGranted({ number: 1, startsOn: toDate('2012-01-01'), grantedBy: toPerson('chief'), reason: 'joined', ...terms, role: toCode(role) });

/** A role as it is shipped, or with other permissions. */
export const defined = (role: Role, may: readonly Permission[] = definitionOf(role).may) => {
  const { title, does } = definitionOf(role);
  return RoleDefined({ role: toCode(role), title, does, permissions: asWritten(may) });
};
