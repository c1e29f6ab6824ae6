/** A worker process as far as views go: keeps them up until it is killed. */
import { declarations } from '#attendance';
import { streams } from '#domain';
import { openPostgresEventStore } from '#platform/event-store-postgres';
import { codecFor } from '#platform/installation';
import { ViewStore } from '#platform/view-store';
import { openPostgresViews } from '#platform/view-store-postgres';

/** What it is asked. */
export interface Viewing {
  readonly address: string;
  readonly schema: string;
}

const { address, schema } = await new Promise<Viewing>((resolve) => process.once('message', resolve));
const store = await openPostgresEventStore({ address, codec: codecFor(streams) });
const views = await ViewStore.open({ database: await openPostgresViews({ address, schema }), store, views: declarations.views });
await views.start();
process.send?.('ready');
