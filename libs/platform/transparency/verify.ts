import { nodeHash, sameHash, type Hash } from './hashing.js';

/** RFC 9162 section 2.1.3.2. A tree without leaves includes nothing, so nothing is accepted for size 0. */
export function verifyInclusion(claim: { index: number; size: number; leaf: Hash; root: Hash; proof: readonly Hash[] }): boolean {
  const { index, size, leaf, root, proof } = claim;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}

/** RFC 9162 section 2.1.4.2. Growth from an empty tree proves nothing and is refused: the protocol above must handle it. */
export function verifyConsistency(claim: { size1: number; size2: number; root1: Hash; root2: Hash; proof: readonly Hash[] }): boolean {
  const { size1, size2, root1, root2, proof } = claim;
  if (!Number.isSafeInteger(size1) || !Number.isSafeInteger(size2) || size1 < 1 || size1 > size2) return false;
  if (size1 === size2) return proof.length === 0 && sameHash(root1, root2);

  let [node, last] = [size1 - 1, size2 - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  const path = node === 0 ? [root1, ...proof] : [...proof]; // a full old tree is itself the first node
  const start = path.shift();
  if (start === undefined) return false;

  let [hash1, hash2] = [start, start];
  for (const sibling of path) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash1 = nodeHash(sibling, hash1);
      hash2 = nodeHash(sibling, hash2);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash2 = nodeHash(hash2, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameHash(hash1, root1) && sameHash(hash2, root2);
}

/** Arithmetic, because the operators on bits stop at 32 of them. */
const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;
