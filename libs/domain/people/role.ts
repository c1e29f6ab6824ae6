import { present, stream, type Permission } from '#kernel';
import * as events from './role.events.js';

export type RoleState =
  | { readonly stage: 'absent' }
  | {
      readonly stage: 'defined';
      readonly title: string;
      readonly permissions: readonly Permission[];
      /** Permissions that were taken from it: a new version that ships them does not give them back. */
      readonly taken: readonly Permission[];
    };

export const role = stream('role', { events, initial: { stage: 'absent' } as RoleState }).evolvedBy({
  RoleDefined: (_, { title, permissions }) => ({ stage: 'defined', title, permissions: permissions.map(({ permission }) => permission as Permission), taken: [] }),
  PermissionGiven(state, { permission: given }) {
    const before = present(state);
    const permission = given as Permission;
    return { ...before, permissions: [...before.permissions, permission], taken: before.taken.filter((each) => each !== permission) };
  },
  PermissionTaken(state, { permission: gone }) {
    const before = present(state);
    const permission = gone as Permission;
    return { ...before, permissions: before.permissions.filter((each) => each !== permission), taken: [...before.taken, permission] };
  },
});

export const holds = (state: RoleState, permission: Permission): boolean => state.stage === 'defined' && state.permissions.includes(permission);
