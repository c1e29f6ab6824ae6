import { randomInt } from 'node:crypto';

/** Each of them once, in any order, and then again and again until the time is up. The first turn is always played to its end. */
export function turns<Kind>(all: readonly Kind[], minutes: number): () => Kind | undefined {
  const until = performance.now() + minutes * 60_000;
  const left = [...all];
  let isFirst = true;
  return () => {
    if (left.length === 0) {
      isFirst = false;
      left.push(...all);
    }
    if (!isFirst && performance.now() > until) return undefined;
    return left.splice(randomInt(left.length), 1)[0];
  };
}
