import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { toPerson } from '#kernel';
import { streams } from '#domain';
import { foundation, shippedRoles } from '#domain/people';
import { memoryAccessLog, roleTable } from '#platform/access';
import { Engine } from '#platform/engine';
import { openGenesis, systemClock, type EventStore } from '#platform/event-store';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { codecFor } from '#platform/installation';
import { anOfficer, aSignedAward, sceneOn } from './made-up.js';
import type { PastSeasons } from './past-seasons.js';
import { prefill } from './prefill.js';
import { playScene, readScene } from './scenes.js';

/** Who measures: a person with a role like any other, since asking who may is part of every command. */
export const officer = toPerson('bench');
export const manager = toPerson('bench-manager');

/** A log of a size, in a data folder of its own. */
export interface MeasuredLog {
  /** Events that it was made with. */
  readonly events: number;
  /** Holds events.db, and views.db once views were made. */
  readonly folder: string;
  readonly store: EventStore;
  /** A signed award with money left. */
  readonly award: string;
}

/** More than any measurement spends, a penny at a time. */
const plenty = '£90,000,000.00';
const began = `${sceneOn}T00:00:00.000Z`;

/** The data folders that are measured, each made when it is first asked for and removed when all is done. */
export class Desk {
  readonly #logs = new Map<number, Promise<MeasuredLog>>();

  constructor(
    private readonly folder: string,
    readonly past: PastSeasons,
    private readonly onProgress: (doing: string) => void,
  ) {}

  log(events: number): Promise<MeasuredLog> {
    const known = this.#logs.get(events);
    if (known) return known;
    this.onProgress(`filling a log with ${events} events`);
    const making = makeLog(join(this.folder, String(events)), this.past, events);
    this.#logs.set(events, making);
    return making;
  }

  async clear(): Promise<void> {
    for (const making of this.#logs.values()) await (await making).store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function makeLog(folder: string, past: PastSeasons, events: number): Promise<MeasuredLog> {
  mkdirSync(folder);
  const store = await openSqliteEventStore({ file: join(folder, 'events.db'), codec: codecFor(streams) });
  const award = await fill(store, past, events);
  return { events: (await store.head()).position, folder, store, award };
}

/** People, their roles and a signed award first, and then so many events of the past. Returns the award. */
async function fill(store: EventStore, past: PastSeasons, events: number): Promise<string> {
  await openGenesis(store, { origin: 'tallystick.local/bench', kind: 'live', recordedAt: began });
  // Whoever sets the scene is believed, as the founder of a log is, and has the clock of the past.
  const founder = new Engine({ store, clock: systemClock, access: memoryAccessLog(), authority: roleTable(shippedRoles), kind: 'demonstration' });
  for (const command of foundation.live) {
    const { outcome } = await founder.run(command, {}, { actor: toPerson('installation'), role: 'installation', recordedAt: began });
    if (outcome !== 'done') throw new Error(`${command.name} came to ${outcome}`);
  }
  for (const [person, role] of [[officer, 'finance-officer'], [manager, 'programme-manager']] as const) {
    await playScene(readScene(anOfficer(person, role)), { engine: founder, store, kind: 'demonstration' });
  }
  const { references } = await playScene(readScene(aSignedAward(plenty)), { engine: founder, store, kind: 'demonstration' });
  await prefill(store, past, events);
  const award = references['$award'];
  if (award === undefined) throw new Error('The scene gave no award');
  return award;
}
