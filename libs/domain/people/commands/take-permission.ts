import { decide, present, refuse, text, toCode, type Permission } from '#kernel';
import { PermissionTaken } from '../role.events.js';
import { holds, role } from '../role.js';
import { permissionField, roleField } from '../role-fields.js';
import type { Role } from '../roles.js';

export class TakePermission {
  @roleField() role!: Role;
  @permissionField() permission!: string;
  @text('Reason') reason!: string;
}

export const takePermission = decide(role, TakePermission, {
  summary: 'Keep a role from something that it may do, from now on.',
  permission: 'people:permit',
  ref: (input) => input.role,
  refusals: {
    'permission-is-not-held': 'The role {role} may not {permission} anyway',
    'administrators-need-it': 'Without {permission} no administrator could ever put things right again',
  },
  rule(state, { role: code, permission, reason }) {
    const { title } = present(state);
    if (!holds(state, permission as Permission)) return refuse('permission-is-not-held', { role: code, permission });
    if (code === 'administrator' && permission.startsWith('people:')) return refuse('administrators-need-it', { permission });

    return [PermissionTaken({ role: toCode(code), title, permission, reason })];
  },
});
