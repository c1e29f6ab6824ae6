import type Database from 'better-sqlite3';
import type { AnyTable } from '#kernel';
import { KeptEntries } from './kept-entries.js';
import type { KeptTable } from './kept-table.js';
import { KeptVersions } from './kept-versions.js';

export const keptTable = (db: Database.Database, table: string, declared: AnyTable): KeptTable =>
  declared.keep === 'versions' ? new KeptVersions(db, table, declared) : new KeptEntries(db, table, declared);
