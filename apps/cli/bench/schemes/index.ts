import { measureChoosing, type Choosing } from './choosing.js';
import { measureSeasons, type Seasons } from './seasons.js';

/** How many applications are ranked, among how many bodies a fund is shared, and how many awards each season has. */
export interface SchemesSize {
  readonly applications: number;
  readonly bodies: number;
  readonly awards: number;
}

/** What schemes cost: choosing among very many, and terms of every kind. */
export interface Schemes {
  readonly choosing: Choosing;
  readonly seasons: Seasons;
}

export async function measureSchemes(place: string, size: SchemesSize, runWith: readonly string[], onProgress: (doing: string) => void): Promise<Schemes> {
  onProgress(`choosing among ${size.applications} applications and sharing among ${size.bodies} bodies`);
  const choosing = await measureChoosing(place, { ...size, late: Math.ceil(size.awards / 4) }, runWith);
  onProgress(`two seasons of ${size.awards} awards`);
  return { choosing, seasons: await measureSeasons(place, size.awards) };
}
