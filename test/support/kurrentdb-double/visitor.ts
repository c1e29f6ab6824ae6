/** Opens a log, appends, follows for a moment, closes, and has nothing more to do: whether the process then ends is what is asked. */
import { anEvent } from '../../../libs/platform/event-store/testing/tested-log.js';
import { openKurrentEventStore } from '#platform/event-store-kurrentdb';

const store = await openKurrentEventStore({ address: process.argv[2] ?? '' });
await store.append({ events: [anEvent('award-1')], expects: [] });
for await (const item of store.subscribe({ after: 0, signal: AbortSignal.timeout(5_000) })) if ('caughtUp' in item) break;
await store.close();
process.stdout.write('"closed"\n');
