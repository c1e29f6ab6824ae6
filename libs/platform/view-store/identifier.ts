import { createHash } from 'node:crypto';

/** PostgreSQL cuts longer names off without a word, and two of them could become one. */
const longest = 63;

/** A name that every database takes whole: a long one ends in a hash of itself. */
export function identifier(name: string): string {
  if (Buffer.byteLength(name) <= longest) return name;
  return `${name.slice(0, longest - 13)}_${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const listed = (columns: readonly string[]): string => columns.map(quoted).join(', ');
