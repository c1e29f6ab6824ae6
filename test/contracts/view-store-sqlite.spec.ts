import { openSqliteViews } from '#platform/view-store-sqlite';
import { viewStoreContract } from '../../libs/platform/view-store/testing/contract.js';

viewStoreContract('Views in an SQLite file', () => (file, onQuery) => openSqliteViews({ file, ...(onQuery ? { onQuery } : {}) }));
