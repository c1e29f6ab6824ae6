export { openSqliteEventStore, type SqliteStoreOptions } from './sqlite-event-store.js';
