import { CommitBell, inGroups, plainCodec, storeOver, systemClock, type Clock, type Codec, type EventStore } from '#platform/event-store';
import { copyToFile } from '#platform/event-store-sqlite';
import { parseAddress } from './address.js';
import { Batches } from './batches.js';
import { Calls } from './calls.js';
import { Connection, loadClient } from './client.js';
import { Listening } from './listening.js';
import { Lookups } from './lookups.js';
import { mustBeFit } from './fitness.js';
import { namesOf } from './names.js';
import { usualPatience, type Patience } from './patience.js';
import { Reader } from './reader.js';
import { Streams } from './streams.js';
import { Writer } from './writer.js';

export interface KurrentStoreOptions {
  /** As in `kurrentdb://user:password@host:2113?tls=true&log=tallystick`. */
  readonly address: string;
  readonly codec?: Codec;
  readonly clock?: Clock;
  readonly patience?: Partial<Patience>;
  /** Hears how many appends travel in one write. */
  readonly onGroup?: (appends: number) => void;
}

/** How often a follower looks for itself, in case the server does not tell it. */
const lookMilliseconds = 1_000;

/** Opens a log in a KurrentDB, and makes it with its first append. Throws StoreFault, also when the server is too old. */
export async function openKurrentEventStore(options: KurrentStoreOptions): Promise<EventStore> {
  const { codec = plainCodec, clock = systemClock, patience: given, onGroup } = options;
  const address = parseAddress(options.address);
  const names = namesOf(address.log);
  const patience = { ...usualPatience, ...given };
  const connection = new Connection(await loadClient(), address);
  const calls = new Calls(connection, address.shown, patience);
  const streams = new Streams(calls);
  const batches = new Batches(streams, names);
  const lookups = new Lookups(streams, names);
  try {
    await mustBeFit(calls, address.shown);
    const head = sharedLook(async () => (await batches.head()).position);
    const bell = new CommitBell({ everyMilliseconds: lookMilliseconds, head });
    const writer = new Writer({ calls, batches, lookups, names, clock, onCommit: (position) => bell.ring(position) });
    const reader = new Reader({ streams, batches, lookups, names, versionsOf: (asked) => writer.versionsOf(asked) });
    const onBegun = (): void => void head().then((position) => bell.ring(position), () => undefined); // the next look tells, or fails aloud
    const listening = new Listening({ connection, names, patience, onBatch: (position) => bell.ring(position), onBegun });
    return storeOver({
      distance: 'far', reader, writer: inGroups(writer, onGroup), codec, bell,
      followers: { joined: () => listening.join(), left: () => listening.leave() },
      backup: copyToFile,
      async close() {
        await writer.settled();
        calls.close();
        await listening.close();
        await connection.close();
      },
    });
  } catch (fault) {
    await connection.close();
    throw fault;
  }
}

/** Of many who look at once, one does; a look takes long while the server is away. */
function sharedLook<T>(look: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => (underWay ??= look().finally(() => (underWay = undefined)));
}
