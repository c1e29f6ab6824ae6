import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { award } from '#domain/awards';
import type { ViewDeclaration } from '#kernel';
import type { Engine } from '#platform/engine';
import { categoryOf, type EventStore } from '#platform/event-store';
import { checkLog } from '#platform/transparency';
import { openPostgresViews } from '#platform/view-store-postgres';
import { makeViews } from '../making-views.js';
import type { MeasuredLog } from '../measured-log.js';
import type { OwnDatabase } from '../postgres/own-database.js';
import { measureRebuild } from '../rebuilding.js';
import { bytesOfFile, bytesOfSchema, type Taken } from './bytes.js';

/** What a log and its views take on a store, and how fast they are gone through. */
export interface Kept {
  readonly store: 'SQLite' | 'PostgreSQL';
  readonly events: number;
  readonly log: Taken;
  readonly views: Taken;
  /** Events a second into all views at once, from nothing, by one worker. */
  readonly viewedPerSecond: number;
  /** Events a second through the check of every byte. */
  readonly checkedPerSecond: number;
}

export async function keptInFiles(log: MeasuredLog, views: readonly ViewDeclaration[]): Promise<Kept> {
  const copy = join(log.folder, 'weighed.db');
  await log.store.backup(copy); // in one file, with nothing left in a write-ahead log
  const { perSecond } = await measureRebuild(log, views, 1);
  return { store: 'SQLite', events: log.events, log: bytesOfFile(copy), views: bytesOfFile(join(log.folder, 'views.db')), viewedPerSecond: perSecond, checkedPerSecond: await checked(log.store) };
}

/** Of a log that was copied into a database. */
export async function keptOnPostgres(store: EventStore, database: OwnDatabase, views: readonly ViewDeclaration[]): Promise<Kept> {
  const { position: events } = await store.head();
  const milliseconds = await makeViews(store, await openPostgresViews({ address: database.address, schema: 'weighed' }), views);
  return {
    store: 'PostgreSQL', events, log: await bytesOfSchema(database, 'tallystick_log'), views: await bytesOfSchema(database, 'weighed'),
    viewedPerSecond: (events / milliseconds) * 1_000, checkedPerSecond: await checked(store),
  };
}

async function checked(store: EventStore): Promise<number> {
  const started = performance.now();
  const { events } = await checkLog(store);
  return (events / (performance.now() - started)) * 1_000;
}

/** Among fewer, what else the process does weighs more than they do. */
const fewestStates = 200;

/** Bytes of memory that an award's folded state takes in an engine, on average; undefined where there are too few to tell. */
export async function bytesOfState(store: EventStore, engine: Pick<Engine, 'stateOf'>): Promise<number | undefined> {
  const refs = new Set<string>();
  for (let after = 0; ; ) {
    const { events, next, caughtUp } = await store.readAll({ after, limit: 1_000, types: ['AwardRecommended'] });
    for (const { stream } of events) if (categoryOf(stream) === 'award') refs.add(stream.slice('award-'.length));
    if (caughtUp) break;
    after = next;
  }
  if (refs.size < fewestStates) return undefined;
  const before = heap();
  for (const ref of refs) await engine.stateOf(award, ref);
  return (heap() - before) / refs.size;
}

function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
