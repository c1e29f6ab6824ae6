/** A node of a wide tree of frozen arrays: places that were never filled hold null. */
export type Node = readonly unknown[];

export const width = 32;
export const emptyNode: Node = [];

/** Five bits of the place for each level. */
const slotOf = (place: number, level: number): number => (place >>> (level * 5)) & (width - 1);

/** What stands in a place, `depth` levels below; undefined where nothing does. */
export function found(node: Node, depth: number, place: number): unknown {
  let there: unknown = node;
  for (let level = depth; level >= 0; level -= 1) {
    if (!Array.isArray(there)) return undefined;
    there = (there as Node)[slotOf(place, level)];
  }
  return there ?? undefined;
}

/** The same tree with something else in one place: the way there is copied, all the rest is shared. */
export function grafted(node: Node, depth: number, place: number, change: (there: unknown) => unknown): Node {
  const slot = slotOf(place, depth);
  const copy = node.slice();
  while (copy.length < slot) copy.push(null);
  copy[slot] = depth === 0 ? change(copy[slot] ?? undefined) : grafted((copy[slot] as Node | null | undefined) ?? emptyNode, depth - 1, place, change);
  return copy;
}
