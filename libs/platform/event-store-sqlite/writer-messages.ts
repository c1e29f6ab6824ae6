import { type AppendResult, type Position, type PreparedAppend } from '#platform/event-store';
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

export type ToWriter = 'close' | { readonly now: string; readonly requests: readonly PreparedAppend[] };

/** Results stand in the order of the requests. Trouble means that none of them was stored. */
export type FromWriter = 'ready' | { readonly results: readonly AppendResult[]; readonly head: Position } | { readonly trouble: SqliteTrouble };
