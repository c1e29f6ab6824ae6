import type { Authority, Permission } from '#kernel';

/** What each role may do. */
export type RoleTable = Readonly<Record<string, readonly Permission[]>>;

export const rolesHolding = (table: RoleTable, permission: Permission): readonly string[] => Object.keys(table).filter((role) => table[role]?.includes(permission));

/**
 * An authority that believes whoever says that they hold a role, and knows no people: for what is measured or tested without
 * them, and for the console that founds a log, where holding the machine is the authority.
 */
export const roleTable = (table: RoleTable): Authority => (_, { role }, permission) => {
  if (table[role]?.includes(permission)) return Promise.resolve({ granted: true });
  const heldBy = rolesHolding(table, permission);
  return Promise.resolve({ granted: false, because: `The role ${role} may not do this: ${permission} is held by ${heldBy.join(', ') || 'nobody'}`, heldBy });
};
