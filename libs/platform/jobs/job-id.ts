import type { JobKind } from './port.js';

/** One id for a kind and a key, whoever offers it. A kind has no dot in it, so that no two of them come to the same id. */
export const jobIdOf = (kind: string, key: string): string => `${kind}.${encodeURIComponent(key)}`;
export const kindIn = (id: string): string => id.slice(0, Math.max(0, id.indexOf('.')));

/** The kind of this name. Throws when nothing is declared under it: a mistake in Tallystick. */
export function kindNamed(kinds: readonly JobKind[], name: string): JobKind {
  const kind = kinds.find((each) => each.name === name);
  if (!kind) throw new Error(`There is no kind of job "${name}". There are: ${kinds.map((each) => each.name).join(', ')}`);
  return kind;
}
