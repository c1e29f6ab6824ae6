import type { At } from '../growth.js';

/** What a measure comes to at a size far beyond those that were measured: its slope between the two largest, and on from there. */
export function extrapolated(points: readonly At[], events: number): number {
  const sorted = points.toSorted((a, b) => a.events - b.events);
  const [low, high] = [sorted.at(-2), sorted.at(-1)];
  if (!high) return 0;
  if (!low || low.events === high.events) return (high.value / high.events) * events;
  return high.value + ((high.value - low.value) / (high.events - low.events)) * (events - high.events);
}
