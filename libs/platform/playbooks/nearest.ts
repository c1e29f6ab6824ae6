import { distance } from '#kernel';

/** "Did you mean …?" when one of the words is near enough to be a slip of the keys; otherwise what there is. */
export function nearest(word: string, known: readonly string[], otherwise = `There are: ${known.join(', ')}`): string {
  const ranked = known.map((name) => ({ name, steps: distance(word.toLowerCase(), name.toLowerCase()) })).sort((a, b) => a.steps - b.steps);
  const [best] = ranked;
  return best && best.steps <= Math.max(2, word.length / 3) ? `Did you mean "${best.name}"?` : otherwise;
}
