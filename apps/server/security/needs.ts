import { SetMetadata } from '@nestjs/common';
import type { Permission } from '#kernel';

/** Who may pass a route: everybody, whoever holds a permission, or whoever may run the command that the address names. */
export type Door = Permission | 'public' | 'of-the-command';

export const doorKey = 'tallystick:door';

/** The route takes this permission. */
export const Needs = (permission: Permission) => SetMetadata(doorKey, permission);
/** The route takes the permission of the command in its address. */
export const NeedsTheCommand = () => SetMetadata(doorKey, 'of-the-command' satisfies Door);
/** The route is open to people who have not signed in. */
export const OpenToAll = () => SetMetadata(doorKey, 'public' satisfies Door);
