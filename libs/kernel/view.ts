import type { IsoDate } from './dates.js';
import type { EventData } from './event.js';
import type { AnyStream } from './stream.js';

export type ColumnType = 'text' | 'text?' | 'integer' | 'integer?';
export type Columns = Readonly<Record<string, ColumnType>>;

type ValueOf<T extends ColumnType> = T extends 'text' ? string : T extends 'text?' ? string | null : T extends 'integer' ? number : number | null;
export type RowOf<C extends Columns> = { [K in keyof C]: ValueOf<C[K]> };

/**
 * How a table answers "what did we know then":
 * `versions` keeps every version of a row with the positions between which it stood;
 * `entries` only grows, each entry standing from its event's position on.
 */
export type Keeping = 'versions' | 'entries';

export interface TableDeclaration<C extends Columns = Columns, Keep extends Keeping = Keeping> {
  readonly keep: Keep;
  readonly columns: C;
  /** Of `versions`: what tells rows apart. */
  readonly key: readonly (keyof C & string)[];
  /** Column lists that questions look rows up by. */
  readonly indexes: readonly (readonly (keyof C & string)[])[];
  /** Of `entries`: a running balance kept beside each entry, per account, so that no question adds up history. */
  readonly balance?: { readonly column: string; readonly of: keyof C & string; readonly per: readonly (keyof C & string)[] };
}

export const versions = <const C extends Columns>(definition: {
  columns: C;
  key: readonly (keyof C & string)[];
  indexes?: readonly (readonly (keyof C & string)[])[];
}): TableDeclaration<C, 'versions'> => ({ keep: 'versions', indexes: [], ...definition });

export const entries = <const C extends Columns>(definition: {
  columns: C;
  indexes?: readonly (readonly (keyof C & string)[])[];
  balance?: NonNullable<TableDeclaration<C>['balance']>;
}): TableDeclaration<C, 'entries'> => ({ keep: 'entries', key: [], indexes: [], ...definition });

/** Any table, its columns folded away. */
export interface AnyTable {
  readonly keep: Keeping;
  readonly columns: Columns;
  readonly key: readonly string[];
  readonly indexes: readonly (readonly string[])[];
  readonly balance?: { readonly column: string; readonly of: string; readonly per: readonly string[] };
}
export type Tables = Readonly<Record<string, AnyTable>>;

/** The changes that an event makes to a table of versions. They are data: the view store carries them out. */
export interface VersionedRows<C extends Columns> {
  put(row: RowOf<C>): void;
  /** Change some columns of the row with this key. A row that is not there stays absent, and the check reports it. */
  patch(key: Partial<RowOf<C>>, changes: Partial<RowOf<C>>): void;
  /** Add to numbers of the row with this key. */
  add(key: Partial<RowOf<C>>, amounts: Partial<Record<keyof C, number>>): void;
}
export interface EntryRows<C extends Columns> {
  add(entry: RowOf<C>): void;
}
export type RowsOf<T extends Tables> = {
  readonly [K in keyof T]: T[K] extends TableDeclaration<infer C, infer Keep> ? (Keep extends 'versions' ? VersionedRows<C> : EntryRows<C>) : never;
};

/** An event as a view or a workflow takes it. */
export interface Happened<Data = unknown> {
  readonly data: Data;
  readonly type: string;
  readonly stream: string;
  readonly category: string;
  /** Reference or code of the stream. */
  readonly ref: string;
  readonly version: number;
  readonly id: string;
  readonly position: number;
  readonly recordedAt: string;
  readonly on: IsoDate;
  readonly meta: Readonly<Record<string, string>>;
}

type UnionToIntersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never;
type EventsOf<S> = S extends { readonly events: infer E } ? E : never;
type EventsFrom<S extends readonly AnyStream[]> = UnionToIntersection<EventsOf<S[number]>>;
export type Reactions<S extends readonly AnyStream[], Result, Before extends readonly unknown[]> = {
  readonly [Type in keyof EventsFrom<S>]?: (...args: [...Before, Happened<EventData<EventsFrom<S>[Type]>>]) => Result;
};
type Exact<Given, Known> = { readonly [K in keyof Given]: K extends keyof Known ? unknown : never };

/** A view: its tables and, per event, the change. The keys of `on` are its subscription. */
export interface ViewDeclaration<T extends Tables = Tables> {
  readonly name: string;
  /** Raise it when tables or changes differ: the view is rebuilt beside the old one, never migrated. */
  readonly version: number;
  readonly tables: T;
  readonly on: Readonly<Record<string, (rows: Readonly<Record<string, unknown>>, event: Happened) => void>>;
  /** For views of every event, such as the audit timeline. */
  readonly every?: (rows: Readonly<Record<string, unknown>>, event: Happened) => void;
}

export function view<T extends Tables, const S extends readonly AnyStream[], On extends Reactions<S, void, [RowsOf<T>]>>(
  name: string,
  definition: { readonly version: number; readonly tables: T; readonly from: S; readonly on: On & Reactions<S, void, [RowsOf<T>]> & Exact<On, EventsFrom<S>> },
): ViewDeclaration<T> {
  const { version, tables, on } = definition;
  return { name, version, tables, on: on as unknown as ViewDeclaration['on'] };
}

/** A view that takes every event alike. */
export const viewOfAll = <T extends Tables>(
  name: string,
  definition: { readonly version: number; readonly tables: T; readonly every: (rows: RowsOf<T>, event: Happened) => void },
): ViewDeclaration<T> => ({ name, on: {}, ...definition, every: definition.every as unknown as NonNullable<ViewDeclaration['every']> });
