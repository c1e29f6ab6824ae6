import { declarations } from '#attendance';
import type { ViewDeclaration } from '#kernel';
import type { EventStore } from '#platform/event-store';
import { ViewStore } from '#platform/view-store';
import { openPostgresViews } from '#platform/view-store-postgres';
import { makeViews } from '../making-views.js';
import { median } from '../median.js';
import { callEngine } from '../through-engine.js';
import { Forked } from './forked.js';
import { processFile } from './process-file.js';
import type { UnderTest } from '../engine-under-test.js';

const viewingProcess = processFile(new URL('./viewing-process.js', import.meta.url));
const patience = 3_600_000;

/** How fast views are made from a log, from nothing to its head. */
export interface Viewed {
  /** A view's name, or 'all of them' with the views of one worker side by side. */
  readonly view: string;
  readonly events: number;
  readonly perSecond: number;
}

/** Each view alone, then all of them at once, each time into tables of their own. */
export async function measureViews(store: EventStore, address: string, views: readonly ViewDeclaration[], rounds: number): Promise<readonly Viewed[]> {
  const { position: events } = await store.head();
  const measured: Viewed[] = [];
  for (const [index, [view, made]] of [...views.map((each) => [each.name, [each]] as const), ['all of them', views] as const].entries()) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await makeViews(store, await openPostgresViews({ address, schema: `bench_views_${index}_${round}` }), made));
    measured.push({ view, events, perSecond: (events / median(times)) * 1_000 });
  }
  return measured;
}

/** How long views stand still when the process that keeps them up is killed and another is there: milliseconds, round by round. */
export async function measureTakeover(under: UnderTest, address: string, rounds: number, runWith: readonly string[]): Promise<readonly number[]> {
  const place = { address, schema: 'bench_takeover' };
  const watching = await ViewStore.open({ database: await openPostgresViews(place), store: under.store, views: declarations.views });
  const took: number[] = [];
  let worker = new Forked(viewingProcess, place, runWith);
  try {
    await worker.ready();
    if (!(await watching.caughtUp(patience))) throw new Error(`The views did not catch up: ${JSON.stringify(await watching.status())}`);
    for (let round = 0; round < rounds; round += 1) {
      const next = new Forked(viewingProcess, place, runWith);
      await next.ready();
      const killed = performance.now();
      worker.kill();
      worker = next;
      await callEngine(under, 1, { commands: 1 });
      if (!(await watching.caughtUp(60_000))) throw new Error(`Nobody took the views over: ${JSON.stringify(await watching.status())}`);
      took.push(performance.now() - killed);
    }
    return took;
  } finally {
    worker.kill();
    await watching.close();
  }
}
