/**
 * The port of the event log: what the engine, the views and the tools ask of every adapter.
 * Reading always goes through the codec, so nobody sees a retired shape by accident.
 */

/** A place in the log. Dense from 1 on SQL adapters, strictly rising everywhere; a safe integer. */
export type Position = number;

/** How many events a stream holds, counted from 1. Version 0 means that the stream does not exist. */
export type Version = number;

/** What the writer believes about a stream. A number is its exact version; 0 and 'absent' are the same. */
export type Expected = 'any' | 'absent' | 'present' | Version;

/** An event as the engine hands it over. `data` and `meta` must be canonicalisable (house section 8). */
export interface EventToAppend {
  /** UUID v5 of (command id, index in the append): a retry carries the same ids. */
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly schema: number;
  /** Business date, YYYY-MM-DD. */
  readonly effectiveOn: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly data: unknown;
}

/** A belief that must hold for the append to happen, for a stream that is written or only read. */
export interface StreamExpectation {
  readonly stream: string;
  readonly expected: Expected;
  /**
   * Id of the event that must stand at version `expected`. Given when the writer decided upon an append that was not
   * yet acknowledged: the version alone could match while another process's event stands there. A mismatch is a conflict.
   */
  readonly headId?: string;
}

/** One atomic append, possibly over several streams: all of it is stored, in this order, or nothing. */
export interface AppendRequest {
  readonly events: readonly EventToAppend[];
  /** At most one per stream. A written stream without one is appended to unconditionally. */
  readonly expects: readonly StreamExpectation[];
  /** Demonstration stores only: the playbook's clock (ISO instant). The log never goes backwards: max(previous, this). */
  readonly recordedAt?: string;
}

export type AppendResult =
  /** Durable. `repeated` means that these very events were already there and nothing was written. */
  | { readonly outcome: 'stored'; readonly first: Position; readonly last: Position; readonly recordedAt: string; readonly repeated: boolean }
  /** A belief did not hold; nothing was written. */
  | { readonly outcome: 'conflict'; readonly stream: string; readonly expected: Expected; readonly actual: Version }
  /** An event id is already in use by other content or another place; nothing was written. */
  | { readonly outcome: 'id-taken'; readonly id: string };

/** An event as read back: decoded, upcast, with the exact stored bytes beside it. */
export interface RecordedEvent<Data = unknown> {
  readonly position: Position;
  readonly id: string;
  readonly stream: string;
  readonly version: Version;
  readonly type: string;
  /** Schema version of `data` after upcasting. */
  readonly schema: number;
  /** ISO instant in UTC with milliseconds; never goes backwards along the log. */
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly data: Data;
}

/** What is stored and hashed, as it stands on disk. `leaf` is SHA-256(0x00 || UTF-8 bytes of record). */
export interface StoredRecord {
  readonly position: Position;
  readonly record: string;
  readonly leaf: Uint8Array;
  /** What the adapter files the record under, if it keeps that beside it: a check compares the two. */
  readonly filed?: FiledUnder;
}

/** Copies of parts of the record, kept in columns so that it can be found. */
export interface FiledUnder {
  readonly id: string;
  readonly stream: string;
  readonly version: Version;
  readonly type: string;
  readonly recordedAt: string;
}

export interface StreamSlice<Data = unknown> {
  /** Version of the stream's head at the moment of reading; 0 when the stream does not exist. */
  readonly version: Version;
  readonly events: readonly RecordedEvent<Data>[];
}

export interface LogPage {
  readonly events: readonly RecordedEvent[];
  /** Where to read on: also advances past events that a filter left out. */
  readonly next: Position;
  readonly caughtUp: boolean;
}

export interface LogHead {
  readonly position: Position;
  /** recordedAt of the last event; undefined in an empty log. */
  readonly recordedAt?: string;
}

export type SubscriptionItem = { readonly event: RecordedEvent } | { readonly caughtUp: true; readonly position: Position };

export interface EventStore {
  /** `far` lies over a network: whoever decides one after the other must have read before it is their turn. */
  readonly distance: 'near' | 'far';
  /** Resolves only when durable. Rejects with StoreFault. Several appends may be in flight; they take effect in call order. */
  append(request: AppendRequest): Promise<AppendResult>;
  readStream(stream: string, range?: { from?: Version; to?: Version; limit?: number; backwards?: boolean }): Promise<StreamSlice>;
  /** Where many streams stand, asked at once: their versions, 0 for a stream that does not exist. One moment of the log, or later for each. */
  versionsOf(streams: readonly string[]): Promise<ReadonlyMap<string, Version>>;
  readAll(range: { after: Position; limit: number; types?: readonly string[] }): Promise<LogPage>;
  /**
   * The raw bytes for checking and proof, in log order. A page ends before a hole in the positions, and a page that
   * would begin with one is a StoreFault 'corrupt': a missing event is never stepped over. So in readAll.
   */
  readRecords(range: { after: Position; limit: number }): Promise<readonly StoredRecord[]>;
  /** The event with this id, or undefined. */
  findEvent(id: string): Promise<RecordedEvent | undefined>;
  head(): Promise<LogHead>;
  /** The last position recorded at or before the instant (ISO), 0 when none. Logarithmic in the length of the log. */
  positionKnownAt(instant: string): Promise<Position>;
  /** From after a position, without loss or duplicate, across the switch to live; ends when the signal aborts. */
  subscribe(range: { after: Position; signal: AbortSignal; types?: readonly string[] }): AsyncIterable<SubscriptionItem>;
  /**
   * Takes records of another log as they are, byte for byte, right behind this log's head: all of them or none. Refuses with
   * StoreFault 'invalid' what does not follow on, and 'corrupt' what does not come to its leaf. For copies, never for decisions.
   */
  receive(records: readonly StoredRecord[]): Promise<void>;
  /** A consistent copy of the whole store in one file, taken while others write: an SQLite log, or for the log in memory its lines. */
  backup(toFile: string): Promise<void>;
  /** Drains what was accepted, refuses what comes after. */
  close(): Promise<void>;
}

export type FaultKind = 'disk-full' | 'closed' | 'unreachable' | 'corrupt' | 'invalid';

/** The store could not do what was asked. Nothing of the request was stored unless a retry says otherwise. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
