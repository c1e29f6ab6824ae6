import { CommitBell, inGroups, plainCodec, storeOver, systemClock, type Clock, type Codec, type EventStore } from '#platform/event-store';
import { backup } from './backup.js';
import { withFaults } from './faults.js';
import { migrate } from './migrate.js';
import { Reader } from './reader.js';
import { Writer } from './writer.js';

export interface SqliteStoreOptions {
  readonly file: string;
  readonly codec?: Codec;
  readonly clock?: Clock;
  /** How long an append waits for another process that writes. */
  readonly busyMilliseconds?: number;
  /** Pages in the write-ahead log before they are copied back into the file. */
  readonly checkpointPages?: number;
  /** A ceiling for the file in pages. Appends above it fail as on a full disk. */
  readonly maxPages?: number;
  /** Hears how many appends travel in one write. */
  readonly onGroup?: (appends: number) => void;
}

/** Opens a log in a file, and makes it if it is not there. */
export async function openSqliteEventStore(options: SqliteStoreOptions): Promise<EventStore> {
  const { file, codec = plainCodec, clock = systemClock, busyMilliseconds = 5_000, checkpointPages = 1_000, maxPages, onGroup } = options;
  withFaults(file, () => migrate(file, busyMilliseconds));
  const reader = new Reader(file, busyMilliseconds);
  const bell = new CommitBell({ everyMilliseconds: 250, head: () => reader.head().position });
  const settings = { file, busyMilliseconds, checkpointPages, ...(maxPages === undefined ? {} : { maxPages }) };
  const writer = await Writer.start(settings, clock, (head) => bell.ring(head)).catch((fault: unknown) => {
    reader.close();
    throw fault;
  });
  return storeOver({
    distance: 'near', reader, writer: inGroups(writer, onGroup), codec, bell,
    backup: (_, toFile) => backup({ file, toFile }),
    async close() {
      reader.close(); // first, so that the writer can empty the write-ahead log into the file
      await writer.close();
    },
  });
}
