import { writeFile } from 'node:fs/promises';
import { CommitBell, plainCodec, storeOver, systemClock, type Clock, type Codec, type EventStore, type LogWriter } from '#platform/event-store';
import { MemoryLog } from './memory-log.js';
import { MemoryReader } from './memory-reader.js';

export interface MemoryStoreOptions {
  readonly codec?: Codec;
  readonly clock?: Clock;
  /** A log to open again, as a file would be. */
  readonly log?: MemoryLog;
}

/** The log of fast tests: the same laws and the same bytes, gone with the process. */
export function openMemoryEventStore({ codec = plainCodec, clock = systemClock, log = new MemoryLog() }: MemoryStoreOptions = {}): EventStore {
  const bell = new CommitBell({ everyMilliseconds: 50, head: () => log.head() }); // another store over the same log
  const writer: LogWriter = {
    append(request) {
      const result = log.append(request, clock);
      bell.ring(log.head());
      return result;
    },
    receive(arrival) {
      log.receive(arrival);
      bell.ring(log.head());
    },
    close: async () => undefined,
  };
  /** One record a line: enough to look at, and to compare. */
  const backup = (_: EventStore, toFile: string): Promise<void> => writeFile(toFile, log.records.map(({ record }) => `${record}\n`).join(''), { flag: 'wx' });
  return storeOver({ distance: 'near', reader: new MemoryReader(log), writer, codec, bell, backup, close: async () => undefined });
}
