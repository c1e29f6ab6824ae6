export { openKurrentEventStore, type KurrentStoreOptions } from './kurrent-event-store.js';
