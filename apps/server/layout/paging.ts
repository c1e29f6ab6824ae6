import { samePage, type Visit } from '../visits/visit.js';

export interface Paging {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** Rows on a page of a list. */
export const pageSize = 100;

/** As many as a file takes in one go. */
export const wholeFile: Paging = { page: 1, size: 50_000 };

/** All rows of a list, however many pages they fill: a file that leaves some out would not add up. */
export async function everyRow<Row>(pageOf: (paging: Paging) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let read = wholeFile.size;
  for (let page = 1; read === wholeFile.size; page += 1) {
    const more = await pageOf({ ...wholeFile, page });
    for (const each of more) rows.push(each);
    read = more.length;
  }
  return rows;
}

export function pagingOf({ query }: Pick<Visit, 'query'>): Paging {
  const page = /^[1-9]\d{0,5}$/.test(query['page'] ?? '') ? Number(query['page']) : 1;
  return { page, size: pageSize };
}

/** Addresses of the page before and the page after. */
export function pagesAround(visit: Visit, { page, size }: Paging, total: number): { readonly previous: string | undefined; readonly next: string | undefined } {
  return {
    previous: page > 1 ? samePage(visit, { page: page === 2 ? undefined : String(page - 1) }) : undefined,
    next: page * size < total ? samePage(visit, { page: String(page + 1) }) : undefined,
  };
}

/** "Awards 101 to 200 of 311", or "5 awards" when one page holds them all. */
export function captionOf([one, many]: readonly [one: string, many: string], { page, size }: Paging, shown: number, total: number, more = false): string {
  if (total === shown) return `${total} ${total === 1 ? one : many}`;
  const first = (page - 1) * size + 1;
  return `${many.charAt(0).toUpperCase()}${many.slice(1)} ${first} to ${first + shown - 1} of ${more ? 'more than ' : ''}${total}`;
}
