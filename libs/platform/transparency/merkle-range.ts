import { emptyRoot, nodeHash, type Hash } from './hashing.js';

/**
 * The tree over all leaves so far, kept as the roots of its full subtrees only: as many hashes as the size has bits.
 * A log grows by one leaf for two hashes on average, and its root is known at every size.
 */
export class MerkleRange {
  /** Full subtrees from the largest (leftmost) to the smallest. */
  readonly #peaks: Hash[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(leaf: Hash): void {
    let subtree = leaf;
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) subtree = nodeHash(this.#peaks.pop() as Hash, subtree);
    this.#peaks.push(subtree);
    this.#size++;
  }

  root(): Hash {
    return this.#peaks.length === 0 ? emptyRoot : this.#peaks.reduceRight((right, left) => nodeHash(left, right));
  }
}

/** The root of a list of leaves. */
export function rootOf(leaves: readonly Hash[]): Hash {
  const range = new MerkleRange();
  for (const leaf of leaves) range.push(leaf);
  return range.root();
}
