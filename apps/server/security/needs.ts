import { SetMetadata } from '@nestjs/common';
import type { Permission } from '#kernel';

/** Who may pass a route: everybody, whoever has signed in, whoever holds a permission, whoever may run the command that the address names, or a program by its token. */
export type Door = Permission | 'public' | 'signed-in' | 'of-the-command' | 'by-token';

export const doorKey = 'tallystick:door';
export const formKey = 'tallystick:form';

/** The route takes this permission. */
export const Needs = (permission: Permission) => SetMetadata(doorKey, permission);
/** The route takes the permission of the command in its address. */
export const NeedsTheCommand = () => SetMetadata(doorKey, 'of-the-command' satisfies Door);
/** The route is a person's own: it shows and changes nothing of anybody else's. */
export const NeedsAPerson = () => SetMetadata(doorKey, 'signed-in' satisfies Door);
/** The route is for programs: the token's guard and the engine decide, and no session counts. */
export const NeedsAToken = () => SetMetadata(doorKey, 'by-token' satisfies Door);
/** The route is open to people who have not signed in. */
export const OpenToAll = () => SetMetadata(doorKey, 'public' satisfies Door);
/**
 * What is sent here was typed into a form at the same address, which shows it again on GET with ?kept=…: whoever was signed
 * out meanwhile loses nothing of it. Never for a form that asks for a passphrase.
 */
export const KeepsWhatWasTyped = () => SetMetadata(formKey, true);
