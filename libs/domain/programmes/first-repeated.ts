/** The first item whose key an earlier one had already: what is named twice is a slip that somebody must settle. */
export const firstRepeated = <Item>(items: readonly Item[], key: (item: Item) => string): Item | undefined => {
  const seen = new Set<string>();
  return items.find((item) => seen.size === seen.add(key(item)).size);
};
