export type { AccessAsked, AccessEntry, AccessFilter, AccessPage } from './access-entry.js';
export type { AccessLog } from './access-log.js';
export { fileAccessLog } from './file-access-log.js';
export { memoryAccessLog } from './memory-access-log.js';
export { openAccessLog } from './open-access-log.js';
export { rolesHolding, roleTable, type RoleTable } from './role-table.js';
