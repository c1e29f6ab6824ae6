import { aFullLife } from '../lived.js';
import type { Office } from '../../contracts/domain/office.js';
import { Clerk } from './clerk.js';
import { Life } from './life.js';
import type { Outcomes } from './outcomes.js';
import { References } from './references.js';
import { drawWay } from './ways/draw-way.js';
import type { Way } from './ways/way.js';

export const livesOfAnOffice = 100;

/** An office in which everything was done once, and which a hundred lives went through after. */
export async function officeOfLives(
  outcomes: Outcomes, below: (bound: number) => number, way: (below: (bound: number) => number) => Way = drawWay,
): Promise<Office> {
  const office = await aFullLife();
  const references = new References(office);
  for (let number = 0; number < livesOfAnOffice; number += 1) await new Life(new Clerk(office, references, below, number, way(below)), outcomes).live();
  return office;
}
