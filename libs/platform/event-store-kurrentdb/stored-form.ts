import { leafOf, StoreFault, type Position, type StoredRecord, type Version } from '#platform/event-store';
import type { ClientPackage } from './client.js';
import type { Names } from './names.js';

type AppendRecords = ReturnType<ClientPackage['KurrentDBClient']['connectionString']>['appendRecords'];
/** A record as it goes to the server. */
export type Outgoing = Parameters<AppendRecords>[0][number];
export type Check = NonNullable<Parameters<AppendRecords>[1]>[number];

/** A place in $all. Sparse, and nothing to count with. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** A record as it comes from the server. */
export interface Incoming {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: Readonly<Record<string, string>>;
  readonly place: Place;
}

/** An event that is about to be written, with all that was decided about it. */
export interface PlacedEvent {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly position: Position;
  readonly version: Version;
  readonly recordedAt: string;
  readonly record: string;
}

/** Stored. Where the events of one append of ours stand, in a stream of their own; the last of them is the head of the log. */
export interface Batch {
  readonly first: Position;
  readonly last: Position;
  /** When they were recorded: up to which position which instant holds, in order. */
  readonly times: readonly (readonly [recordedAt: string, last: Position])[];
}

/** Stored. Where the event of an id stands. */
export interface PlaceOfId {
  readonly position: Position;
  readonly stream: string;
  readonly version: Version;
}

const batchType = 'TallystickBatch';
const placeType = 'TallystickPlace';

/**
 * The event, its record as octets: the client would write JSON anew, and its bytes are what was hashed. What is beside it in the
 * metadata, a flat map of texts, is for finding and checking; the log is read from the record alone.
 */
export function eventRecord(names: Names, { id, stream, type, position, version, recordedAt, record }: PlacedEvent): Outgoing {
  const { effectiveOn, meta, schema } = JSON.parse(record) as { effectiveOn: string; meta: Record<string, string>; schema: number };
  const ours = { position: String(position), version: String(version), recordedAt, effectiveOn, schema: String(schema), leaf: leafOf(record).toString('hex') };
  const metadata = { ...ours, ...Object.fromEntries(Object.entries(meta).map(([name, value]) => [`meta.${name}`, value])) };
  return { streamName: names.streamOf(stream), record: { id, type, contentType: 'application/octet-stream', data: Buffer.from(record), metadata } };
}

export function batchRecord(names: Names, id: string, events: readonly PlacedEvent[]): Outgoing {
  const times: [recordedAt: string, last: Position][] = [];
  for (const { recordedAt, position } of events) {
    if (times.at(-1)?.[0] === recordedAt) times.pop();
    times.push([recordedAt, position]);
  }
  const data = { first: events[0]?.position ?? 0, last: events.at(-1)?.position ?? 0, times } satisfies Batch;
  return { streamName: names.batches, record: { id, type: batchType, contentType: 'application/json', data, metadata: {} } };
}

export const placeRecord = (names: Names, { id, position, stream, version }: PlacedEvent): Outgoing => ({
  streamName: names.placeOf(id),
  record: { id, type: placeType, contentType: 'application/json', data: { position, stream, version }, metadata: {} },
});

export const batchIn = (incoming: Incoming): Batch => mustBe<Batch>(incoming, batchType);
export const placeIn = (incoming: Incoming): PlaceOfId => mustBe<PlaceOfId>(incoming, placeType);

function mustBe<Data>({ stream, revision, type, data }: Incoming, wanted: string): Data {
  if (type === wanted) return data as Data;
  const advice = 'something else than Tallystick wrote to it. Choose another log in the address, or restore a backup';
  throw new StoreFault('corrupt', `${stream} holds a ${type} at revision ${revision}: ${advice}`);
}

export function positionOf({ stream, revision, metadata }: Incoming): Position {
  const position = Number(metadata['position']);
  if (Number.isSafeInteger(position) && position > 0) return position;
  throw new StoreFault('corrupt', `${stream} has a record at revision ${revision} that Tallystick did not write. Stop writing, and restore a backup`);
}

export const textOf = ({ data }: Incoming): string => Buffer.from(data as Uint8Array).toString('utf8');

/** The bytes for checking, with the leaf of the time of writing and everything that the event is filed under. */
export function storedRecord(names: Names, incoming: Incoming): StoredRecord {
  const { id, stream, revision, type, metadata } = incoming;
  const filed = { id, stream: names.ownName(stream), version: revision + 1, type, recordedAt: metadata['recordedAt'] ?? '' };
  return { position: positionOf(incoming), record: textOf(incoming), leaf: Buffer.from(metadata['leaf'] ?? '', 'hex'), filed };
}
