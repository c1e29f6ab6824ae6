/** How many lines with a name in them one event holds: a record has 256 KB at most, a name up to 900 bytes, so what is longer goes over several events of one append. */
const linesToAnEvent = 200;

/** A list in parts, each with its number from 1; an empty list is one empty part. */
export function inPages<Item>(items: readonly Item[], size = linesToAnEvent): readonly { readonly page: number; readonly pages: number; readonly items: readonly Item[] }[] {
  const pages = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: pages }, (_, i) => ({ page: i + 1, pages, items: items.slice(i * size, (i + 1) * size) }));
}
