/** Small databases by their address: a file of this machine, or a schema of a PostgreSQL server. */
export { fileOf, isPostgres, schemeOf, shown } from './address.js';
export { faultOf, isTaken } from './faults.js';
export { openDatabase, type Database, type DatabaseOptions } from './open-database.js';
export { openPool } from './open-pool.js';
export { numbersAsNumbers } from './postgres-types.js';
export type { PoolOptions } from './pool-options.js';
export type { Layout, Steps } from './layout.js';
