import { KeptEntries } from './kept-entries.js';
import type { KeptTable } from './kept-table.js';
import { KeptVersions } from './kept-versions.js';
import type { StoredTable, ViewDatabase } from './view-database.js';

/** `capacity`: rows or accounts that are remembered between batches, in each of two generations. */
export const keptTable = (database: Pick<ViewDatabase, 'standing' | 'latestBalances'>, table: StoredTable, capacity: number): KeptTable =>
  table.declared.keep === 'versions' ? new KeptVersions(database, table, capacity) : new KeptEntries(database, table, capacity);
