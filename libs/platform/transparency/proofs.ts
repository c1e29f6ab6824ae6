import { type Hash } from './hashing.js';
import { rootOf } from './merkle-range.js';

/** RFC 6962 section 2.1.1: the largest power of two below the size. */
function split(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** That the leaf at `index` (from 0) is in the tree over `leaves`: the sibling hashes from the leaf up. */
export function inclusionProof(leaves: readonly Hash[], index: number): Hash[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= leaves.length) throw new RangeError(`There is no leaf ${index} among ${leaves.length}`);
  if (leaves.length === 1) return [];
  const middle = split(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return index < middle ? [...inclusionProof(left, index), rootOf(right)] : [...inclusionProof(right, index - middle), rootOf(left)];
}

/** That the tree over the first `size` leaves is the beginning of the tree over them all. */
export function consistencyProof(leaves: readonly Hash[], size: number): Hash[] {
  if (!Number.isSafeInteger(size) || size < 1 || size > leaves.length) throw new RangeError(`A tree of ${leaves.length} cannot begin with one of ${size}`);
  return subproof(leaves, size, true);
}

/** `whole`: the old tree's root is known to the verifier, so the proof need not repeat it. */
function subproof(leaves: readonly Hash[], size: number, whole: boolean): Hash[] {
  if (size === leaves.length) return whole ? [] : [rootOf(leaves)];
  const middle = split(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return size <= middle ? [...subproof(left, size, whole), rootOf(right)] : [...subproof(right, size - middle, false), rootOf(left)];
}
