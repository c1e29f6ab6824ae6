import type { Kysely } from 'kysely';
import { question, type AskedAt, type Permission, type QuestionDeclaration, type RowOf, type TableDeclaration, type Tables, type ViewDeclaration } from '#kernel';

/** A row as a question finds it: its own columns, and where in the log it comes from. */
type KnownRow<T> =
  T extends TableDeclaration<infer C, infer Keep>
    ? RowOf<C> & (Keep extends 'versions' ? { readonly from_position: number } : { readonly position: number; readonly line: number; /** Where a running balance is declared. */ readonly balance: number; readonly ordinal: number })
    : never;
type KnownIn<T extends Tables> = { readonly [Name in keyof T]: KnownRow<T[Name]> };

type ViewOf<T extends Tables = Tables> = Pick<ViewDeclaration<T>, 'name' | 'version' | 'tables'>;
type TablesIn<V> = V extends ViewOf<infer T> ? KnownIn<T> : never;
type UnionToIntersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never;

/** The tables of views, each as it was known at the position that is asked about: the clock is built in. */
export type Known<Views extends readonly ViewOf[]> = Kysely<UnionToIntersection<TablesIn<Views[number]>>>;

/** Declares a question; the tables it may read are those of the views that it names. */
export const questionOn = <const Views extends readonly ViewOf[], Input extends object, Answer>(
  name: string,
  definition: {
    readonly summary: string;
    readonly permission: Permission;
    readonly input: new () => Input;
    readonly from: Views;
    readonly takesAsOf?: boolean;
    readonly ask: (db: Known<Views>, input: Input, at: AskedAt) => Promise<Answer>;
  },
): QuestionDeclaration<Input, Answer, Known<Views>> => question<Input, Answer, Known<Views>>(name, definition);
