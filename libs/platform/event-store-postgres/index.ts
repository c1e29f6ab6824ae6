export { openPostgresEventStore, type PostgresStoreOptions } from './postgres-event-store.js';
