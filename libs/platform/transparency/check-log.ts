import { leafOf, parseRecord, StoreFault, type EventStore, type FiledUnder, type Position, type StoredRecord, type Version } from '#platform/event-store';
import { toHex } from './hashing.js';
import { MerkleRange } from './merkle-range.js';

export interface Finding {
  readonly position: Position;
  readonly what: string;
}

export interface LogCheck {
  readonly events: number;
  /** Root of the tree over the leaves as recomputed from the bytes, in hex. */
  readonly root: string;
  /** In log order, so the first names the first bad event; at most `findingsKept` of them. */
  readonly findings: readonly Finding[];
}

const pageSize = 1_000;
export const findingsKept = 100;

/**
 * Reads every byte of the log and believes nothing that is kept beside it: leaves, density, versions, time, form. What it
 * cannot see is a tail that was cut off, or a log rewritten as a whole: for that, compare the root with a checkpoint that
 * somebody else holds. A log that grows meanwhile is checked up to where it ended at the start, or up to a position.
 */
export async function checkLog(store: EventStore, onProgress?: (events: number, head: Position) => void, upTo?: Position): Promise<LogCheck> {
  const head = upTo ?? (await store.head()).position;
  const examination = new Examination();
  try {
    while (examination.events < head) {
      const page = await store.readRecords({ after: examination.events, limit: Math.min(pageSize, head - examination.events) });
      for (const record of page) examination.take(record);
      onProgress?.(examination.events, head);
      await new Promise(setImmediate); // a check of a large log must not silence the pages
    }
    const streams = [...examination.versions.keys()];
    for (let from = 0; from < streams.length; from += pageSize) {
      for (const [stream, known] of await store.versionsOf(streams.slice(from, from + pageSize))) {
        const version = examination.versions.get(stream) ?? 0;
        if (known < version) examination.find(head, `${stream} has ${version} events in the log, but its head says ${known}`);
      }
    }
  } catch (fault) {
    if (!(fault instanceof StoreFault && fault.kind === 'corrupt')) throw fault;
    examination.find(examination.events + 1, fault.message);
  }
  const { events, range, findings } = examination;
  return { events, root: toHex(range.root()), findings };
}

/** What has been seen so far, and what was wrong with it. */
class Examination {
  readonly range = new MerkleRange();
  readonly versions = new Map<string, Version>();
  readonly findings: Finding[] = [];
  #recordedAt = '';

  get events(): number {
    return this.range.size;
  }

  find(position: Position, what: string): void {
    if (this.findings.length < findingsKept) this.findings.push({ position, what });
  }

  take({ position, record, leaf, filed }: StoredRecord): void {
    const computed = leafOf(record);
    this.range.push(computed);
    if (position !== this.events) this.find(position, `stands where position ${this.events} was due`);
    if (!computed.equals(leaf)) this.find(position, 'the bytes are not those that were hashed when it was recorded');
    const parsed = parseRecord(record);
    if (parsed === undefined) this.find(position, 'the record is not canonical JSON of an event');
    else this.#placed(position, parsed, filed);
  }

  #placed(position: Position, event: FiledUnder, filed: FiledUnder | undefined): void {
    const { stream, version, recordedAt } = event;
    const due = (this.versions.get(stream) ?? 0) + 1;
    if (version !== due) this.find(position, `has version ${version} of ${stream} where ${due} was due`);
    this.versions.set(stream, version);
    if (recordedAt < this.#recordedAt) this.find(position, `was recorded at ${recordedAt}, before the event that precedes it (${this.#recordedAt})`);
    else this.#recordedAt = recordedAt;
    const astray = filed === undefined ? undefined : (['id', 'stream', 'version', 'type', 'recordedAt'] as const).find((part) => filed[part] !== event[part]);
    if (astray !== undefined) this.find(position, `is filed under ${astray} ${filed?.[astray]}, but its record says ${event[astray]}`);
  }
}
