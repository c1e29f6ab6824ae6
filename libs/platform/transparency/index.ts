/** Evidence that the log is what it was: Merkle tree, proofs, and a check of every byte. */
export { checkLog, type Finding, type LogCheck } from './check-log.js';
export { emptyRoot, leafHash, nodeHash, sameHash, toHex, type Hash } from './hashing.js';
export { MerkleRange, rootOf } from './merkle-range.js';
export { consistencyProof, inclusionProof } from './proofs.js';
export { verifyConsistency, verifyInclusion } from './verify.js';
