import type { ViewDatabase } from '#platform/view-store';
import { openPostgresViews } from '#platform/view-store-postgres';
import { openSqliteViews } from '#platform/view-store-sqlite';

/** Where views are kept: a server by its address, or a file. */
export const viewsAt = (place: string): Promise<ViewDatabase> => (place.startsWith('postgres:') ? openPostgresViews({ address: place }) : openSqliteViews({ file: place }));
