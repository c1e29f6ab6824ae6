import { StoreFault, type EventStore, type Position, type StoredRecord } from './port.js';

export interface CopyOptions {
  /** Told after each page: the position that was reached, and the one that is to be. */
  readonly onProgress?: (reached: Position, upTo: Position) => void;
  /** The last position to copy; the head of the log at the start when it is left out. */
  readonly upTo?: Position;
  /** Says what would be copied, and copies nothing. */
  readonly dryRun?: boolean;
}

export interface LogCopy {
  /** How many events the copy holds. */
  readonly events: number;
  /** How many of them it held before. */
  readonly before: number;
}

/** What is held in memory at most, twice over: one page is read while the one before it is written. */
const page = { records: 500, characters: 4 * 1024 * 1024 };

/**
 * Copies a log record by record, byte for byte, behind what the other holds already: a copy that was cut short goes on.
 * The source may grow meanwhile; the copy ends where it said at the start. That both are the same log is seen from their
 * first record and from the last that the copy has; the proof over all of them is to compare the roots of two checks.
 */
export async function copyLog(from: EventStore, to: EventStore, { onProgress, upTo, dryRun = false }: CopyOptions = {}): Promise<LogCopy> {
  const { position: head } = await from.head();
  const { position: before } = await to.head();
  if (upTo !== undefined && !(Number.isSafeInteger(upTo) && upTo >= 0 && upTo <= head)) {
    throw new StoreFault('invalid', `The log cannot be copied up to @${upTo}: it ends at @${head}`);
  }
  if (before > head) throw notItsCopy(`it ends at @${before}, and the log that is copied ends at @${head}`);
  for (const position of before === 0 ? [] : new Set([1, before])) await mustAgree(from, to, position);

  const end = upTo ?? head;
  let records = dryRun ? [] : await pageOf(from, before, end);
  for (let last = records.at(-1); last !== undefined; last = records.at(-1)) {
    const reached = last.position;
    [records] = await Promise.all([pageOf(from, reached, end), handOver(to, records)]);
    onProgress?.(reached, end);
  }
  return { events: Math.max(before, end), before };
}

const pageOf = async (from: EventStore, after: Position, end: Position): Promise<readonly StoredRecord[]> =>
  after >= end ? [] : from.readRecords({ after, limit: Math.min(page.records, end - after) });

/** A page of very large records goes over in several parts. */
async function handOver(to: EventStore, records: readonly StoredRecord[]): Promise<void> {
  let [begun, characters] = [0, 0];
  for (const [index, { record }] of records.entries()) {
    if (index > begun && characters + record.length > page.characters) {
      await to.receive(records.slice(begun, index));
      [begun, characters] = [index, 0];
    }
    characters += record.length;
  }
  await to.receive(records.slice(begun));
}

async function mustAgree(from: EventStore, to: EventStore, position: Position): Promise<void> {
  const [[original], [copied]] = await Promise.all([from, to].map((store) => store.readRecords({ after: position - 1, limit: 1 }))) as [readonly StoredRecord[], readonly StoredRecord[]];
  if (original?.record !== copied?.record) throw notItsCopy(`they differ at @${position}`);
}

const notItsCopy = (why: string): StoreFault =>
  new StoreFault('invalid', `What the target holds is not the beginning of the log that is copied: ${why}. Copy into an empty store, or go on with a copy of the same log`);
