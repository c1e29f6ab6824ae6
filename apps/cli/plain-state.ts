import { itemsOf, pairsOf, type Keyed, type Roll } from '#kernel';

type Parts = Readonly<Record<string, unknown>>;
const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null && !Array.isArray(value);
const has = (value: Parts, ...keys: readonly string[]): boolean => Object.keys(value).sort().join() === keys.join();
const isRoll = (value: Parts): boolean => has(value, 'depth', 'root', 'size') && Array.isArray(value['root']);
const isKeyed = (value: Parts): boolean => has(value, 'root', 'size') && Array.isArray(value['root']);

/** A state as people read it: a list as its items and things by key as those things, however they are kept so that they can grow. */
export function plainState(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainState);
  if (!isParts(value)) return value;
  if (isRoll(value)) return [...itemsOf(value as unknown as Roll<unknown>)].map(plainState);
  const pairs = isKeyed(value) ? [...pairsOf(value as unknown as Keyed<unknown>)].sort(([a], [b]) => (a < b ? -1 : 1)) : Object.entries(value);
  return Object.fromEntries(pairs.map(([key, each]) => [key, plainState(each)]));
}
