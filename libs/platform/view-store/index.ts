/** Views in a file of their own: kept up from the log, asked through questions, as known at any position. */
export { ViewUnavailable, type AnyQuestion, type Asked } from './asking.js';
export { ForeignViews } from './foreign-views.js';
export { happened } from './happened.js';
export { readAsOf, readKnownAt, type KnownAt, type SoOn } from './known-at.js';
export { ViewStore, type AskOptions } from './view-store.js';
export type { Query, StoreStatus, ViewStatus, ViewStoreOptions } from './view-store-options.js';
