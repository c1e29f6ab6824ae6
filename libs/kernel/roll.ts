import { emptyNode, found, grafted, width, type Node } from './trie.js';

/**
 * A list that grows without being copied. States of streams are kept version by version, so what appending costs must not
 * depend on how much is there: a round of ten thousand bids is as quick as one of ten. Plain data, so that states compare and freeze.
 */
export interface Roll<Item> {
  readonly size: number;
  readonly depth: number;
  readonly root: Node;
  readonly [itemType]?: Item;
}
declare const itemType: unique symbol;

export const noRoll: Roll<never> = { size: 0, depth: 0, root: emptyNode };

export function added<Item>({ size, depth, root }: Roll<Item>, item: Item): Roll<Item> {
  const isFull = size === width ** (depth + 1);
  const grown = isFull ? { depth: depth + 1, root: [root] } : { depth, root };
  return { size: size + 1, depth: grown.depth, root: grafted(grown.root, grown.depth, size, () => item) };
}

/** The item at a place counted from 0; undefined beyond the end. */
export const itemAt = <Item>({ size, depth, root }: Roll<Item>, place: number): Item | undefined =>
  place < 0 || place >= size ? undefined : (found(root, depth, place) as Item);

/** The same list with another item in a place. Throws RangeError where there is none. */
export function replacedAt<Item>(roll: Roll<Item>, place: number, item: Item): Roll<Item> {
  if (place < 0 || place >= roll.size) throw new RangeError(`There is nothing at ${place} of a list of ${roll.size}`);
  return { ...roll, root: grafted(roll.root, roll.depth, place, () => item) };
}

export function* itemsOf<Item>(roll: Roll<Item>): Generator<Item> {
  for (let place = 0; place < roll.size; place += 1) yield found(roll.root, roll.depth, place) as Item;
}
