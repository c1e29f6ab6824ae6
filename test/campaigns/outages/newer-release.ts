/**
 * A process of a newer release, which keeps up one view more: `newer-release.ts <place as JSON> [round that it trips over]`.
 * It says where that view stopped, or that it came to the head; then it goes on until it is killed.
 */
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { declarations } from '#attendance';
import { openInstallation } from '#platform/installation';
import { roundNames } from './seeded-view.js';
import type { Place } from './site.js';

const [place = '{}', tripsOver] = process.argv.slice(2);
const added = roundNames(tripsOver);
const { views } = await openInstallation({ ...(JSON.parse(place) as Place), declarations: { ...declarations, views: [...declarations.views, added] }, works: true });

export interface Stands {
  readonly stoppedAt?: number;
  readonly because?: string;
  readonly position: number;
}

for (;;) {
  const own = (await views.status()).views.find(({ view }) => view === added.name);
  if (own?.fault || (own && own.behind === 0)) {
    const stands: Stands = { position: own.position, ...(own.fault ? { stoppedAt: own.fault.at, because: own.fault.because } : {}) };
    writeSync(1, `${JSON.stringify(stands)}\n`);
  }
  await pause(100);
}
