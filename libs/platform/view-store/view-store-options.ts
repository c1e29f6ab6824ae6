import type { ViewDeclaration } from '#kernel';
import type { EventStore, Position } from '#platform/event-store';

export interface Query {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly milliseconds: number;
}

export interface ViewStoreOptions {
  readonly file: string;
  readonly store: Pick<EventStore, 'head' | 'readAll' | 'subscribe'>;
  readonly views: readonly ViewDeclaration[];
  /** How long a runner may be silent before another takes over. */
  readonly leaseMilliseconds?: number;
  readonly busyMilliseconds?: number;
  /** After a fault of the machine or the log, how long until the next try. */
  readonly retryMilliseconds?: number;
  /** Hears every query that a question makes, after it ran. */
  readonly onQuery?: (query: Query) => void;
}

/** How a view stands. `behind` counts events of the log that it has not taken yet. */
export interface ViewStatus {
  readonly view: string;
  readonly version: number;
  readonly state: 'live' | 'building' | 'absent';
  /** Which making of this version answers; 0 when none does. A rebuild answers with a higher one. */
  readonly build: number;
  readonly position: Position;
  readonly behind: number;
  /** Why it stopped, and at which event. */
  readonly fault?: { readonly at: Position; readonly because: string };
  /** Changes to rows that were not there: a mistake of the view, which the check reports. */
  readonly absences: number;
}

export interface StoreStatus {
  readonly head: Position;
  /** Whether this process is the one that keeps the views up. */
  readonly works: boolean;
  /** What keeps it from working, if anything does. */
  readonly trouble?: string;
  readonly views: readonly ViewStatus[];
}
