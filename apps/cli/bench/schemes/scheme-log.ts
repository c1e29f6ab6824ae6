import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { streamName, toPerson, type AnyStream, type NewEvent } from '#kernel';
import { commands, streams } from '#domain';
import { shippedRoles } from '#domain/people';
import { memoryAccessLog, roleTable } from '#platform/access';
import { Engine } from '#platform/engine';
import { limits, openGenesis, systemClock, type EventStore } from '#platform/event-store';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { codecFor } from '#platform/installation';
import { sceneOn } from '../made-up.js';
import { playScene, readScene } from '../scenes.js';
import type { Taken } from './cost.js';

/** A log in a file of its own, in which schemes are set up and measured. Whoever acts is believed: asking who may is measured elsewhere. */
export interface SchemeLog {
  readonly store: EventStore;
  /** Plays steps and returns the references that they gave. */
  play(scene: string): Promise<Readonly<Record<string, string>>>;
  /** Appends what is made up to one stream, as it would have been stored. */
  fill(of: AnyStream, ref: string, events: Iterable<NewEvent>): Promise<void>;
  /** Runs a command with an engine that has read nothing yet, or with the one given. Tells what it took, and throws when it came to anything else than done. */
  run(name: string, role: string, input: object, engine?: Engine): Promise<Taken & { readonly reference: string }>;
  engine(): Engine;
}

const recordedAt = `${sceneOn}T12:00:00.000Z`;

/** Makes an empty one. */
export async function makeSchemeLog(folder: string): Promise<SchemeLog> {
  mkdirSync(folder);
  const log = await openSchemeLog(folder);
  await openGenesis(log.store, { origin: 'tallystick.local/bench', kind: 'demonstration', recordedAt: `${sceneOn}T00:00:00.000Z` });
  return log;
}

/** Opens one that was made. */
export async function openSchemeLog(folder: string): Promise<SchemeLog> {
  const store = await openSqliteEventStore({ file: join(folder, 'events.db'), codec: codecFor(streams) });
  const engine = (): Engine => new Engine({ store, clock: systemClock, access: memoryAccessLog(), authority: roleTable(shippedRoles), kind: 'demonstration' });
  return {
    store,
    engine,
    play: async (scene) => (await playScene(readScene(scene), { engine: engine(), store, kind: 'demonstration' })).references,
    fill: (of, ref, events) => fill(store, streamName(of, ref), events),
    async run(name, role, input, by = engine()) {
      const command = commands.find((each) => each.name === name);
      if (!command) throw new Error(`There is no command ${name} to measure`);
      const [started, processor] = [performance.now(), process.cpuUsage()];
      const outcome = await by.run(command, input, { actor: toPerson(`bench-${role}`), role, on: sceneOn, recordedAt });
      const [milliseconds, { user, system }] = [performance.now() - started, process.cpuUsage(processor)];
      if (outcome.outcome !== 'done') throw new Error(`${name} came to ${JSON.stringify(outcome)}`);
      return { milliseconds, processorMilliseconds: (user + system) / 1_000, events: outcome.events.length, reference: outcome.reference };
    },
  };
}

async function fill(store: EventStore, stream: string, events: Iterable<NewEvent>): Promise<void> {
  const meta = { actor: 'person:bench', role: 'programme-officer', command: 'Fill' };
  let page: NewEvent[] = [];
  const flush = async (): Promise<void> => {
    const came = await store.append({ events: page.map(({ type, schema, data }) => ({ id: randomUUID(), stream, type, schema, effectiveOn: sceneOn, meta, data })), expects: [], recordedAt });
    if (came.outcome !== 'stored') throw new Error(`The log could not be filled: ${JSON.stringify(came)}`);
    page = [];
  };
  for (const event of events) {
    page.push(event);
    if (page.length === limits.eventsPerAppend) await flush();
  }
  if (page.length > 0) await flush();
}
