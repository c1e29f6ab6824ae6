import type { Position } from '#platform/event-store';
import type { Spelling } from './table-sql.js';

/** A build as the database knows it. */
export interface BuildRow {
  readonly name: string;
  readonly version: number;
  readonly number: number;
  readonly state: 'building' | 'live' | 'retired';
  /** JSON: so that a build can be dropped when nobody declares it any more. */
  readonly tables: string;
  readonly position: Position;
  /** The event at that position: tells this log from another. */
  readonly mark: string;
  /** Why it stopped, and at which event. */
  readonly fault: string | null;
  readonly fault_position: Position | null;
}

/** A change to a row that was not there: the check reports it. */
export interface AbsenceRow {
  readonly name: string;
  readonly version: number;
  readonly number: number;
  readonly position: Position;
  readonly kept_in: string;
  readonly key: string;
}

/** A process that runs views, alive for as long as it counts beats. */
export interface WorkerRow {
  readonly worker: string;
  /** What it could run: those that could run the same share it out. */
  readonly runs: string;
  readonly beat: number;
}

/** Who runs a view. */
export interface LeaseRow {
  readonly view: string;
  readonly version: number;
  readonly worker: string;
}

/** The tables in which the view store keeps its own books. */
export interface Books {
  readonly builds: BuildRow;
  readonly absences: AbsenceRow;
  readonly workers: WorkerRow;
  readonly leases: LeaseRow;
}

/** Raised when the tables below differ. Older ones are not migrated: what is in them can be made again from the log. */
export const layout = 2;

export const booksSql = ({ text, integer, inKeyOrder, heap }: Spelling): readonly string[] => [
  `CREATE TABLE builds (
    name ${text} NOT NULL, version ${integer} NOT NULL, number ${integer} NOT NULL,
    state ${text} NOT NULL CHECK (state IN ('building', 'live', 'retired')), tables ${text} NOT NULL,
    position ${integer} NOT NULL DEFAULT 0, mark ${text} NOT NULL DEFAULT '', fault ${text}, fault_position ${integer},
    PRIMARY KEY (name, version, number))${inKeyOrder}`,
  "CREATE UNIQUE INDEX one_is_being_made ON builds (name, version) WHERE state = 'building'",
  `CREATE TABLE absences (
    name ${text} NOT NULL, version ${integer} NOT NULL, number ${integer} NOT NULL,
    position ${integer} NOT NULL, kept_in ${text} NOT NULL, key ${text} NOT NULL)${heap}`,
  `CREATE TABLE workers (worker ${text} NOT NULL PRIMARY KEY, runs ${text} NOT NULL, beat ${integer} NOT NULL)${inKeyOrder}`,
  `CREATE TABLE leases (view ${text} NOT NULL, version ${integer} NOT NULL, worker ${text} NOT NULL, PRIMARY KEY (view, version))${inKeyOrder}`,
];
