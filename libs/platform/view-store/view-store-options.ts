import type { ViewDeclaration } from '#kernel';
import type { EventStore, Position } from '#platform/event-store';
import type { ViewDatabase } from './view-database.js';
import type { ViewWatch } from './view-watch.js';

/** A statement that a question made, and how long it took. */
export interface Query {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly milliseconds: number;
}

export interface ViewStoreOptions {
  /** Where the views are kept. Closed with the view store. */
  readonly database: ViewDatabase;
  readonly store: Pick<EventStore, 'head' | 'readAll' | 'subscribe'>;
  readonly views: readonly ViewDeclaration[];
  /** How long a runner may be silent before another takes over. */
  readonly leaseMilliseconds?: number;
  /** After a fault of the machine or the log, how long until the next try. */
  readonly retryMilliseconds?: number;
  /** How long builds that nobody runs any more are kept for servers that may still ask them. */
  readonly keptMilliseconds?: number;
  readonly watch?: ViewWatch | undefined;
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
  /** The build that is being made beside the one that answers, and how far it has come. */
  readonly making?: { readonly build: number; readonly position: Position };
  /** Why it answers nothing, and what to do: it was made from another log than this one. */
  readonly foreign?: string;
  /** Changes to rows that were not there: a mistake of the view, which the check reports. */
  readonly absences: number;
}

export interface StoreStatus {
  readonly head: Position;
  /** The views that this process keeps up. Others may be kept up by other processes. */
  readonly works: readonly string[];
  /** What keeps it from working, if anything does. */
  readonly trouble?: string;
  readonly views: readonly ViewStatus[];
}
