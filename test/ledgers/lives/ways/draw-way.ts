import { awarded } from './of-awards.js';
import { rooms } from './of-rooms.js';
import type { Way } from './way.js';

/** A life under a scheme, mostly with an award. */
export function drawSchemedWay(below: (bound: number) => number): Way {
  const ways = (below(6) === 0 ? rooms : awarded).filter(({ scheme }) => scheme);
  return ways[below(ways.length)] as Way;
}

/** Two lives of three have an award; the plain ones, which know nothing of schemes, come as often as all others of these together. */
export function drawWay(below: (bound: number) => number): Way {
  const ways = below(3) === 0 ? rooms : below(2) === 0 ? awarded.slice(0, 3) : awarded.slice(3);
  return ways[below(ways.length)] as Way;
}
