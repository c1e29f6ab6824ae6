import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import type { Fault } from './fault.js';
import type { Load } from './load.js';
import type { Site } from './site.js';
import type { SmallDisk } from './small-disk.js';

const fullMs = 2_000;
const patienceMs = 60_000;

/** What was set aside on a full disk can be written for a while: it is full for callers when none of them is answered any more. */
async function fullForEverybody(disk: SmallDisk, { answers }: Pick<Load, 'answers'>): Promise<void> {
  await disk.fill();
  for (let [until, seen] = [performance.now() + patienceMs, -1]; answers.length > seen; await pause(fullMs)) {
    if (performance.now() > until) throw new Error(`The disk was full for ${patienceMs / 1_000} s, and callers were still answered`);
    seen = answers.length;
    await disk.fill();
  }
}

/** Of the data folder: log, views, accounts and the access log are all on it. */
export const dataFolderFull = (disk: SmallDisk): Fault<Site> => ({
  name: 'the disk of the data folder is full (counted from when there is space again)',
  strike: async (_, load) => {
    await fullForEverybody(disk, load);
    await disk.free();
    return { at: performance.now(), whom: 'the data folder' };
  },
});

/** It may end itself over it: then it is started again when there is space, which counts as a part of recovery. */
export const postgresDiskFull = (disk: SmallDisk): Fault<Cluster> => ({
  name: 'the disk of PostgreSQL is full (counted from when there is space again)',
  strike: async ({ postgres }, load) => {
    await fullForEverybody(disk, load);
    await disk.free();
    const at = performance.now();
    const isThere = await postgres.query('SELECT 1').then(() => true, () => false);
    if (!isThere) {
      await postgres.kill9();
      await postgres.start();
    }
    return { at, whom: isThere ? 'PostgreSQL, which stayed' : 'PostgreSQL, which ended itself' };
  },
});
