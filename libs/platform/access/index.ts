export { type AccessEntry, type AccessLog, fileAccessLog, memoryAccessLog } from './access-log.js';
export { isRole, maySignInAs, permissionsOf, permits, roles, rolesHolding, type Role } from './roles.js';
