/** Views in a database of their own: kept up from the log, asked through questions, as known at any position. */
export { type AnyQuestion, type Asked } from './asking.js';
export { booksSql, layout, type BuildRow, type Books } from './books.js';
export type { Value } from './changes.js';
export { closingColumns, columnsOf, ordinal, storedColumns, type TypedColumn } from './columns.js';
export { ForeignViews } from './foreign-views.js';
export { happened } from './happened.js';
export { identifier, listed, quoted } from './identifier.js';
export { readAsOf, readKnownAt, type KnownAt, type SoOn } from './known-at.js';
export type { Spelling } from './table-sql.js';
export type { Failure, StoredTable, TableWrites, ViewDatabase, WrittenBatch } from './view-database.js';
export { ViewStore, type AskOptions } from './view-store.js';
export type { Query, StoreStatus, ViewStatus, ViewStoreOptions } from './view-store-options.js';
export { ViewUnavailable } from './view-unavailable.js';
export type { ViewWatch } from './view-watch.js';
