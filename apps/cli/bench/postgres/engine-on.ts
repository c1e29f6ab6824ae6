import { streams } from '#domain';
import { authority } from '#domain/people';
import { memoryAccessLog } from '#platform/access';
import { Engine } from '#platform/engine';
import { systemClock, type EventStore } from '#platform/event-store';
import { openPostgresEventStore } from '#platform/event-store-postgres';
import { codecFor } from '#platform/installation';

/** A log in a database with a whole engine on it, as a server has it. Views follow elsewhere. */
export async function engineOn(address: string): Promise<{ readonly store: EventStore; readonly engine: Engine }> {
  const store = await openPostgresEventStore({ address, codec: codecFor(streams) });
  return { store, engine: new Engine({ store, clock: systemClock, access: memoryAccessLog(), authority, kind: 'live' }) };
}
