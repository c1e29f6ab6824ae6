import { type Arrival } from './arrival.js';
import { type Codec } from './codec.js';
import { type CommitBell } from './commit-bell.js';
import { type AppendResult, type EventStore, type LogHead, type Position, type StoredRecord, type Version } from './port.js';
import { type PreparedAppend } from './prepare.js';
import { type StreamRange } from './reading.js';

/** An answer that is here at once, or one that comes over a network: who has it at hand makes nobody wait for it. */
export type Soon<T> = T | Promise<T>;

/** A record and where it stands: all that decoding asks for. */
export interface RecordAt {
  readonly position: Position;
  readonly record: string;
}

export interface PageAsked {
  readonly after: Position;
  readonly limit: number;
}

/** What was found behind a position, in order, and the head of that moment or of one before. A hole is left as it is: the store looks for it. */
export interface PageFound<Row extends { readonly position: Position }> {
  readonly head: Position;
  readonly rows: readonly Row[];
}

/** How an adapter answers questions. They were found to be sensible before they come here; the answers are checked behind it. */
export interface LogReader {
  head(): Soon<LogHead>;
  /** The version that the records belong to, or one before them. Records in the order that was asked for. */
  stream(stream: string, range: Required<StreamRange>): Soon<{ readonly version: Version; readonly rows: readonly RecordAt[] }>;
  /** Streams that do not exist may be left out. */
  versionsOf(streams: readonly string[]): Soon<ReadonlyMap<string, Version>>;
  /** Every position, so that a hole shows; with types, `record` is null where the event is of none of them. */
  page(asked: PageAsked, types?: readonly string[]): Soon<PageFound<{ readonly position: Position; readonly record: string | null }>>;
  records(asked: PageAsked): Soon<PageFound<StoredRecord>>;
  byId(id: string): Soon<RecordAt | undefined>;
  /** The last position recorded at or before the instant, 0 when none. */
  knownAt(instant: string): Soon<Position>;
}

/** How an adapter takes what is to be stored. It rings the bell itself. */
export interface LogWriter {
  append(request: PreparedAppend): Soon<AppendResult>;
  /** Throws what keeps the arrival from following on. */
  receive(arrival: Arrival): Soon<void>;
  /** Refuses appends from now on, and resolves when those that were accepted have been written. */
  close(): Promise<void>;
}

/** What an adapter does for those who follow the log, where the bell is not enough. */
export interface CareOfFollowers {
  /** One more follows: now it is worth hearing at once of what other processes append. */
  readonly joined?: () => void;
  readonly left?: () => void;
  /** Reads a page for a follower, who may wait longer for it than one who asks once. */
  readonly outlast?: <T>(read: () => Promise<T>, signal: AbortSignal) => Promise<T>;
}

/** What a store is put together from. */
export interface LogParts {
  readonly distance: EventStore['distance'];
  readonly reader: LogReader;
  readonly writer: LogWriter;
  readonly codec: Codec;
  readonly bell: CommitBell;
  readonly followers?: CareOfFollowers;
  /** A copy in a file that is not there yet. */
  backup(from: EventStore, toFile: string): Promise<void>;
  /** Lets go of all connections, after the last append was written. */
  close(): Promise<void>;
}
