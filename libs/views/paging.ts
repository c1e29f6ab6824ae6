import { count, optional } from '#kernel';

/** Which page of a list, from 1, and how many rows a page has. A file takes as many as there are. */
export const pageField = optional(count('Page', { min: 1, max: 1_000_000, hint: 'The first is 1' }));
export const sizeField = optional(count('Rows on a page', { min: 1, max: 50_000 }));

export interface Paging {
  readonly page?: number;
  readonly size?: number;
}
/** A page of rows, and how many there are in all. */
export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export const pageOf = ({ page = 1, size = 100 }: Paging): { readonly limit: number; readonly offset: number } => ({ limit: size, offset: (page - 1) * size });
