import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { SourceProcess } from '../../support/source-process.js';
import type { Cluster } from './cluster.js';
import type { Fault } from './fault.js';
import type { Stands } from './newer-release.js';
import { wasDone } from './wish.js';

const script = new URL('./newer-release.ts', import.meta.url);

/**
 * A worker of a newer release brings a view that throws on one event. It stops there and says so; commands and the other
 * views go on. The release after it does not throw: the view comes to the head without anybody's doing.
 */
export const viewThrows = (folder: string): Fault<Cluster> => ({
  name: 'a view of a newer release throws on one event, and is mended by the next release',
  strike: async ({ beside }, { answers }) => {
    const opened = answers.filter(wasDone).findLast(({ wish }) => wish.command === 'open-round');
    if (!opened) throw new Error('Nobody has opened a round yet');
    const place = JSON.stringify({ ...beside, folder: join(folder, 'newer-release') });
    const faulty = new SourceProcess<Stands>(join(folder, `faulty-${randomUUID()}`), script, place, opened.outcome.reference);
    await faulty.hasBegun();
    const at = performance.now();
    const [stands] = faulty.lines();
    await faulty.kill();
    if (stands?.stoppedAt === undefined) throw new Error(`The view did not stop: ${JSON.stringify(stands)}`);
    return { at, whom: `@${stands.stoppedAt}`, mended: mended(folder, place) };
  },
});

async function mended(folder: string, place: string): Promise<void> {
  const next = new SourceProcess<Stands>(join(folder, `mended-${randomUUID()}`), script, place);
  await next.hasBegun();
  const [stands] = next.lines();
  await next.kill();
  if (stands?.stoppedAt !== undefined) throw new Error(`The view of the next release stopped at @${stands.stoppedAt}: ${stands.because}`);
}
