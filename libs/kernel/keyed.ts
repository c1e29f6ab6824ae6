import { emptyNode, found, grafted, width, type Node } from './trie.js';

/** Things by key, that grow without being copied, as a `Roll` does. Plain data: the same contents put in the same order are the same shape. */
export interface Keyed<Value> {
  readonly size: number;
  readonly root: Node;
  readonly [valueType]?: Value;
}
declare const valueType: unique symbol;

type Pair<Value> = readonly [key: string, value: Value];

/** Three levels below the root: a million keys are thirty to a bucket. */
const depth = 2;
const buckets = width ** (depth + 1);

export const nothingKeyed: Keyed<never> = { size: 0, root: emptyNode };

/**
 * FNV-1a over UTF-16 units in 32 bits, of all but the last two: those say where in a leaf. References are given out in order, so what
 * is put one after the other lies side by side, and a hundred thousand of them leave little for the collector of garbage to carry.
 */
function bucketOf(key: string): number {
  const last = Math.max(0, key.length - 2);
  let hash = 0x811c9dc5;
  for (let i = 0; i < last; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  let beside = 0;
  for (let i = last; i < key.length; i += 1) beside = beside * 10 + key.charCodeAt(i);
  return ((hash >>> 0) % (buckets / width)) * width + (beside % width);
}

const bucket = <Value>({ root }: Keyed<Value>, key: string): readonly Pair<Value>[] => (found(root, depth, bucketOf(key)) as readonly Pair<Value>[] | undefined) ?? [];

export const kept = <Value>(keyed: Keyed<Value>, key: string): Value | undefined => bucket(keyed, key).find(([each]) => each === key)?.[1];

export function keeping<Value>(keyed: Keyed<Value>, key: string, value: Value): Keyed<Value> {
  const pairs = bucket(keyed, key);
  const known = pairs.findIndex(([each]) => each === key);
  const next = known < 0 ? [...pairs, [key, value] as const] : pairs.with(known, [key, value]);
  return { size: keyed.size + (known < 0 ? 1 : 0), root: grafted(keyed.root, depth, bucketOf(key), () => next) };
}

export function without<Value>(keyed: Keyed<Value>, key: string): Keyed<Value> {
  const pairs = bucket(keyed, key);
  const rest = pairs.filter(([each]) => each !== key);
  return rest.length === pairs.length ? keyed : { size: keyed.size - 1, root: grafted(keyed.root, depth, bucketOf(key), () => (rest.length === 0 ? null : rest)) };
}

/** In no order that means anything. */
export function* pairsOf<Value>({ root }: Keyed<Value>): Generator<Pair<Value>> {
  for (const pairs of leaves(root, depth)) yield* pairs as readonly Pair<Value>[];
}

function* leaves(node: Node, level: number): Generator<unknown> {
  for (const there of node) {
    if (there === null || there === undefined) continue;
    if (level === 0) yield there;
    else yield* leaves(there as Node, level - 1);
  }
}
