import type { ViewDeclaration } from '#kernel';
import type { EventStore } from '#platform/event-store';
import { ViewStore, type ViewDatabase } from '#platform/view-store';

/** Milliseconds: views of a million events take minutes. */
const patience = 3_600_000;

/** Milliseconds from an empty database to the head of the log, with all indexes. Closes the database. */
export async function makeViews(store: EventStore, database: ViewDatabase, views: readonly ViewDeclaration[]): Promise<number> {
  const made = await ViewStore.open({ database, store, views });
  try {
    const started = performance.now();
    await made.start();
    if (!(await made.caughtUp(patience))) throw new Error(`The views did not catch up: ${JSON.stringify(await made.status())}`);
    return performance.now() - started;
  } finally {
    await made.close();
  }
}
