import type { SelectQueryBuilder } from 'kysely';
import { sql } from 'kysely';
import { count, optional } from '#kernel';

/** Which page of a list, from 1, and how many rows a page has. A file takes as many as there are. */
export const pageField = optional(count('Page', { min: 1, max: 1_000_000, hint: 'The first is 1' }));
export const sizeField = optional(count('Rows on a page', { min: 1, max: 50_000 }));

export interface Paging {
  readonly page?: number;
  readonly size?: number;
}
/** A page of rows, and how many there are in all, or at least: `more` says that counting stopped there. */
export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly more?: boolean;
}

/** Rows beyond a page that are still counted: a list costs the same however long it is. */
export const countedBeyond = 1_000;

export const pageOf = ({ page = 1, size = 100 }: Paging): { readonly limit: number; readonly offset: number } => ({ limit: size, offset: (page - 1) * size });

/** How many rows a query finds, counted to a little beyond the page. */
export async function countedFrom<Db, From extends keyof Db>(wanted: SelectQueryBuilder<Db, From, object>, paging: Paging): Promise<Pick<Paged<never>, 'total' | 'more'>> {
  const { limit, offset } = pageOf(paging);
  const most = offset + limit + countedBeyond;
  const total = (await wanted.select(sql<number>`1`.as('one')).limit(most + 1).execute()).length;
  return total > most ? { total: most, more: true } : { total };
}
