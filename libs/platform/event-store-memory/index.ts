export { logCalled, MemoryLog } from './memory-log.js';
export { openMemoryEventStore, type MemoryStoreOptions } from './memory-event-store.js';
