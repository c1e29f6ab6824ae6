export { addressesIn, fileOf, isPostgres, schemeOf, shown, whereInWords, type Addresses, type AddressSettings } from './addresses.js';
export { codecFor } from './codec.js';
export { holdsOnlyItsFoundation, installationActs, layFoundation, type Foundation } from './foundation.js';
export { openInstallation, type Declarations, type Installation, type InstallationOptions } from './open-installation.js';
export { openEventStore, type EventStoreOptions } from './open-event-store.js';
export { openJobs, type OpenJobs } from './open-jobs.js';
