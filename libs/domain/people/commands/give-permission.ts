import { decide, present, refuse, text, toCode, type Permission } from '#kernel';
import { administersPeople, keptFromAdministrators } from '../policies/administrators-decide-nothing.js';
import { PermissionGiven } from '../role.events.js';
import { holds, role } from '../role.js';
import { permissionField, roleField } from '../role-fields.js';
import type { Role } from '../roles.js';

export class GivePermission {
  @roleField() role!: Role;
  @permissionField() permission!: string;
  @text('Reason') reason!: string;
}

export const givePermission = decide(role, GivePermission, {
  summary: 'Let a role do something more, from now on.',
  permission: 'people:permit',
  ref: (input) => input.role,
  refusals: {
    'permission-is-held': 'The role {role} may {permission} already',
    'administrators-decide-nothing': 'An administrator takes no part in decisions or money, so {permission} can not be given to that role',
    'only-administrators-administer': '{permission} changes who may do what. Only administrators hold it, who take no part in decisions or money',
  },
  rule(state, { role: code, permission, reason }) {
    const { title } = present(state);
    if (holds(state, permission as Permission)) return refuse('permission-is-held', { role: code, permission });
    if (code !== 'administrator' && administersPeople(permission as Permission)) return refuse('only-administrators-administer', { permission });
    if (code === 'administrator' && keptFromAdministrators(permission as Permission)) return refuse('administrators-decide-nothing', { permission });

    return [PermissionGiven({ role: toCode(code), title, permission, reason })];
  },
});
