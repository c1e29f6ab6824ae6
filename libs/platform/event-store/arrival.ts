import { isInstant } from './clock.js';
import { limits } from './limits.js';
import { parseRecord } from './parsed-record.js';
import { StoreFault, type FiledUnder, type LogHead, type Position, type StoredRecord, type Version } from './port.js';
import { mustBeEvent } from './prepare.js';
import { leafOf } from './record.js';

/** A record of another log, found to be whole, with what it is filed under. */
export interface ArrivingRecord extends StoredRecord {
  readonly leaf: Buffer;
  readonly filed: FiledUnder;
}

/** Records of another log that follow one another without fault. Whether they follow this log too, its head says. */
export interface Arrival {
  readonly records: readonly ArrivingRecord[];
  /** The first position of the arrival, and when that was recorded. */
  readonly first: Position;
  readonly recordedAt: string;
  /** For each stream the version at which the arrival goes on with it. */
  readonly begins: ReadonlyMap<string, Version>;
}

/** Where a log stands, as far as an arrival asks: read under the lock that keeps it there until the arrival is stored. */
export interface Standing {
  readonly head: LogHead;
  /** Of the streams that the arrival goes on with. */
  readonly versions: ReadonlyMap<string, Version>;
  /** An id of the arrival that this log has already. */
  readonly taken?: string | undefined;
}

/** Takes records apart and checks them against one another, the same for every adapter; undefined when there are none. */
export function arrivalOf(records: readonly StoredRecord[]): Arrival | undefined {
  const [begins, versions, ids] = [new Map<string, Version>(), new Map<string, Version>(), new Set<string>()];
  let previous: ArrivingRecord | undefined;
  const arriving = records.map((each) => {
    const record = whole(each);
    const { position, filed } = record;
    if (previous !== undefined && position !== previous.position + 1) misfit(position, `stands behind ${previous.position}`);
    if (previous !== undefined && filed.recordedAt < previous.filed.recordedAt) misfit(position, `was recorded at ${filed.recordedAt}, before the event that precedes it`);
    if (ids.has(filed.id)) misfit(position, `carries the id ${filed.id} a second time`);
    const version = versions.get(filed.stream);
    if (version === undefined) begins.set(filed.stream, filed.version);
    else if (filed.version !== version + 1) misfit(position, `has version ${filed.version} of ${filed.stream} where ${version + 1} was due`);
    ids.add(filed.id);
    versions.set(filed.stream, filed.version);
    previous = record;
    return record;
  });
  const [first] = arriving;
  return first && { records: arriving, first: first.position, recordedAt: first.filed.recordedAt, begins };
}

/** Throws StoreFault 'invalid' unless the arrival goes on exactly where the log stands. */
export function mustFollowOn({ first, recordedAt, begins }: Arrival, { head, versions, taken }: Standing): void {
  if (first !== head.position + 1) misfit(first, `does not follow this log, which ends at ${head.position}`);
  if (head.recordedAt !== undefined && recordedAt < head.recordedAt) misfit(first, `was recorded at ${recordedAt}, and this log already knows ${head.recordedAt}`);
  for (const [stream, version] of begins) {
    const due = (versions.get(stream) ?? 0) + 1;
    if (version !== due) misfit(first, `and those behind it go on with ${stream} at version ${version} where ${due} was due`);
  }
  if (taken !== undefined) misfit(first, `or one behind it carries the id ${taken}, which this log has already`);
}

function misfit(position: Position, what: string): never {
  throw new StoreFault('invalid', `Event @${position} ${what}: this is no copy of that log. Copy into an empty store, or go on with a copy of the same log`);
}

/** A record whose bytes are canonical, within the limits, and come to their leaf. */
function whole({ position, record, leaf: told }: StoredRecord): ArrivingRecord {
  const leaf = leafOf(record);
  if (!leaf.equals(told)) throw new StoreFault('corrupt', `Event @${position}: the bytes are not those that were hashed when it was recorded. Check the log that it comes from`);
  const event = parseRecord(record);
  if (event === undefined) throw new StoreFault('corrupt', `Event @${position}: the record is not canonical JSON of an event. Check the log that it comes from`);
  mustBeEvent(event);
  const { id, stream, version, type, recordedAt } = event;
  if (!isInstant(recordedAt)) misfit(position, `was recorded at "${recordedAt}", which is not an instant`);
  if (version < 1) misfit(position, `has version ${version} of ${stream}, and versions count from 1`);
  if (Buffer.byteLength(record) > limits.recordBytes) misfit(position, `has more than the ${limits.recordBytes} bytes that a record may have`);
  return { position, record, leaf, filed: { id, stream, version, type, recordedAt } };
}
