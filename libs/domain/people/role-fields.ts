import { choice, list, type DataOf, type Field, type Permission } from '#kernel';
import { asCame, explained, make } from '#kernel/fields';
import { definitionOf, everyPermission, everyRole, maySignInAs, type Role } from './roles.js';

const titles = <Codes extends Role>(codes: readonly Codes[]): Readonly<Record<Codes, string>> =>
  Object.fromEntries(codes.map((role) => [role, definitionOf(role).title.toLowerCase()])) as Record<Codes, string>;

/** A role that a person can hold. */
export const roleField = (label = 'Role'): Field<Role> => choice(label, titles(maySignInAs));
/** Any role, those of Tallystick itself included. */
export const anyRole = choice('Role', titles(everyRole));

const isPermission = (value: unknown): value is Permission => (everyPermission as readonly unknown[]).includes(value);

/** What some role may do, noun and verb: a permission that nothing asks for would only look like one. */
export const permissionField = (label = 'Permission'): Field<string> =>
  make<string>(label, { hint: 'Such as award:approve' }, {
    kind: 'permission', widget: 'text', example: 'award:approve', schema: { type: 'string', pattern: '^[a-z]+:[a-z]+(-[a-z]+)*$' },
    rules: [explained('permission', (value) => (isPermission(value) ? undefined : `${label}: there is no permission "${asCame(value)}". They are listed under roles and permissions, such as award:approve`))],
  });

const each = { permission: permissionField() };
/** Several permissions: what a role holds, or what a token is for. */
export const permissionsField = (label: string, hint?: string) => list(label, each, '{permission}', { min: 1, max: 100, ...(hint === undefined ? {} : { hint }) });
export type Permissions = readonly DataOf<typeof each>[];
export const plainly = (permissions: Permissions): readonly Permission[] => permissions.map(({ permission }) => permission as Permission);
export const asWritten = (permissions: readonly Permission[]): Permissions => permissions.map((permission) => ({ permission }));
