export { copyToFile } from './copy-to-file.js';
export { openSqliteEventStore, type SqliteStoreOptions } from './sqlite-event-store.js';
