import { StoreFault, type Clock, type Codec, type EventStore } from '#platform/event-store';
import { fileOf, schemeOf, shown } from './addresses.js';

export interface EventStoreOptions {
  readonly codec?: Codec;
  readonly clock?: Clock;
  /** Hears how many appends travel in one write. */
  readonly onGroup?: (appends: number) => void;
}

/** Adapters by the scheme of their addresses; one that is not asked for is never loaded. */
const adapters: Readonly<Record<string, (address: string, options: EventStoreOptions) => Promise<EventStore>>> = {
  memory: async (address, options) => {
    const { logCalled, openMemoryEventStore } = await import('#platform/event-store-memory');
    return openMemoryEventStore({ log: logCalled(fileOf(address)), ...options });
  },
  sqlite: async (address, options) => (await import('#platform/event-store-sqlite')).openSqliteEventStore({ file: fileOf(address), ...options }),
  postgres: async (address, options) => (await import('#platform/event-store-postgres')).openPostgresEventStore({ address, ...options }),
  kurrentdb: async (address, options) => (await import('#platform/event-store-kurrentdb')).openKurrentEventStore({ address, ...options }),
};
const sameAs: Readonly<Record<string, string>> = { postgresql: 'postgres', 'kurrentdb+discover': 'kurrentdb' };

/** Opens the log at an address, making it where it is missing. Throws StoreFault. */
export async function openEventStore(address: string, options: EventStoreOptions = {}): Promise<EventStore> {
  const scheme = schemeOf(address);
  const open = adapters[sameAs[scheme] ?? scheme];
  if (!open) throw new StoreFault('invalid', `Nothing keeps a log at "${shown(address)}". Write sqlite:<file>, postgres://… or kurrentdb://…`);
  return open(address, options);
}
