import { hash } from 'node:crypto';

/** RFC 6962 section 2.1: leaves and nodes begin with different bytes, so that one can never pass for the other. */
export type Hash = Uint8Array;

const digest = (bytes: Uint8Array | string): Buffer => hash('sha256', bytes, 'buffer');

export const emptyRoot: Hash = digest('');

export const leafHash = (bytes: Uint8Array): Hash => digest(Buffer.concat([Buffer.of(0), bytes]));

export function nodeHash(left: Hash, right: Hash): Hash {
  const bytes = Buffer.allocUnsafe(1 + left.length + right.length); // quicker than joining three buffers
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return digest(bytes);
}

/** Two empty values are not two equal hashes. */
export const sameHash = (one: Hash, other: Hash): boolean => one.length > 0 && Buffer.from(one).equals(other);
export const toHex = (value: Hash): string => Buffer.from(value).toString('hex');
