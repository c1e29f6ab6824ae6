import { type AppendResult, type Arrival, type Position, type PreparedAppend, type Standing } from '#platform/event-store';
import { type SqliteTrouble } from './faults.js';

export interface WriterSettings {
  readonly file: string;
  /** How long to wait for another process that writes. */
  readonly busyMilliseconds: number;
  /** Pages in the write-ahead log before it is copied back into the file. */
  readonly checkpointPages: number;
  /** A ceiling for the file, as a full disk would be. */
  readonly maxPages?: number;
}

export type ToWriter = 'close' | { readonly now: string; readonly requests: readonly PreparedAppend[] } | { readonly arrival: Arrival };

/**
 * One for each message, in their order, as results stand in the order of their requests. Trouble means that nothing of a
 * message was stored. An arrival is answered with where the log stood before it, and whether it went on from there.
 */
export type FromWriter =
  | 'ready'
  | { readonly results: readonly AppendResult[]; readonly head: Position }
  | { readonly standing: Standing; readonly head: Position; readonly received: boolean }
  | { readonly trouble: SqliteTrouble };
