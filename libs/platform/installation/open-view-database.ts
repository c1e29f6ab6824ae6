import { StoreFault } from '#platform/event-store';
import type { ViewDatabase } from '#platform/view-store';
import { fileOf, isPostgres, schemeOf, shown } from './addresses.js';

/** Opens where an address says that views are kept, making it where it is missing. An adapter that is not asked for is never loaded. */
export async function openViewDatabase(address: string): Promise<ViewDatabase> {
  if (isPostgres(address)) return (await import('#platform/view-store-postgres')).openPostgresViews({ address });
  if (schemeOf(address) === 'sqlite') return (await import('#platform/view-store-sqlite')).openSqliteViews({ file: fileOf(address) });
  throw new StoreFault('invalid', `Nothing keeps views at "${shown(address)}". Write sqlite:<file> or postgres://…`);
}
