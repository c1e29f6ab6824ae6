import { CommitBell, inGroups, plainCodec, storeOver, systemClock, type Clock, type Codec, type EventStore } from '#platform/event-store';
import { copyToFile } from '#platform/event-store-sqlite';
import { Listener } from './listener.js';
import { migrate } from './migrate.js';
import { newsOf, throughOutages } from './outages.js';
import { Reader } from './reader.js';
import { usualWaits, type Waits } from './settings.js';
import { Witness } from './witness.js';
import { Writer } from './writer.js';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly address: string;
  /** Where in the database the log is: small letters, digits and underscores. */
  readonly schema?: string;
  readonly codec?: Codec;
  readonly clock?: Clock;
  readonly waits?: Partial<Waits>;
  /** Hears how many appends travel in one write. */
  readonly onGroup?: (appends: number) => void;
}

/** How often a follower looks for itself, in case the server does not tell it. */
const lookMilliseconds = 1_000;

/** Opens a log in a PostgreSQL database, and makes it if it is not there. */
export async function openPostgresEventStore(options: PostgresStoreOptions): Promise<EventStore> {
  const { address, schema = 'tallystick_log', codec = plainCodec, clock = systemClock, waits, onGroup } = options;
  const place = { address, schema, waits: { ...usualWaits, ...waits } };
  await migrate(place);
  const witness = new Witness();
  const reader = new Reader(place, witness);
  const bell = new CommitBell({ everyMilliseconds: lookMilliseconds, head: () => newsOf(reader) });
  const writer = new Writer(place, { clock, witness, onCommit: (head) => bell.ring(head) });
  const listener = new Listener(place, (head) => bell.ring(head));
  return storeOver({
    distance: 'far', reader, writer: inGroups(writer, onGroup), codec, bell,
    followers: { joined: () => listener.start(), outlast: throughOutages },
    backup: copyToFile,
    close: async () => void (await Promise.all([listener, reader, writer].map((part) => part.close()))),
  });
}
