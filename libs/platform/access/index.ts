export type { AccessAsked, AccessEntry, AccessFilter, AccessPage } from './access-entry.js';
export { type AccessLog, fileAccessLog, memoryAccessLog } from './access-log.js';
export { rolesHolding, roleTable, type RoleTable } from './role-table.js';
