import type { Permission } from '#kernel';
import { permits } from '../roles.js';

/**
 * Whoever grants roles takes no part in decisions or money, or two roles and one person would be enough for a payment.
 * Deny by default: reading, and what an administrator is shipped with, is all there is to share.
 */
export const keptFromAdministrators = (permission: Permission): boolean => !permission.endsWith(':read') && !permits('administrator', permission);

/** Whatever changes who may do what: in any other role's hands, whoever decides would also appoint. */
export const administersPeople = (permission: Permission): boolean => /^(people|role):/.test(permission) && permission !== 'people:read' && permission !== 'role:delegate';
