import { join } from 'node:path';
import { commands, streams } from '#domain';
import { fileAccessLog } from '#platform/access';
import { Engine } from '#platform/engine';
import { openGenesis, systemClock, type EventStore } from '#platform/event-store';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { codecFor } from '#platform/installation';
import { play, readPlaybook } from '#platform/playbooks';
import { wasPlayed } from '../was-played.js';
import { BareInserts } from './bare-inserts.js';
import { aSignedAward } from './made-up.js';
import { prefill } from './prefill.js';

/** A log of a size with an engine on it, a signed award in it, and beside it a copy for bare inserts. */
export interface LogUnderTest {
  /** Events when measuring began. */
  readonly events: number;
  readonly store: EventStore;
  readonly engine: Engine;
  /** Payments are authorised out of this award. */
  readonly award: string;
  readonly bare: BareInserts;
  close(): Promise<void>;
}

/** More than any measurement spends, a penny at a time. */
const plenty = '£90,000,000.00';

/** Makes the log in a folder. The engine is whole; what isn't there are the views, which follow in their own time. */
export async function logUnderTest(folder: string, events: number): Promise<LogUnderTest> {
  const store = await openSqliteEventStore({ file: join(folder, `log-${events}.db`), codec: codecFor(streams) });
  await openGenesis(store, { origin: 'tallystick.local/bench', kind: 'live' });
  const scene = readPlaybook('award.jsonl', aSignedAward(plenty), commands);
  if (!scene.ok) throw new Error(`The scene cannot be read: ${JSON.stringify(scene.problems)}`);
  await prefill(store, events - 2 * scene.value.steps.length);
  const access = fileAccessLog(join(folder, 'access.jsonl'));
  const engine = new Engine({ store, clock: systemClock, access, kind: 'live' });
  const { references, stopped } = await play(scene.value, { kind: 'live', run: engine.run.bind(engine), wasPlayed: wasPlayed(store) });
  if (stopped) throw new Error(`The scene stopped: ${stopped.reason}`);
  await prefill(store, events);
  const copy = join(folder, `bare-${events}.db`);
  await store.backup(copy);
  const bare = new BareInserts(copy);
  return {
    events: (await store.head()).position, store, engine, award: references['$award'] ?? '', bare,
    close: async () => {
      bare.close();
      await store.close();
      access.close();
    },
  };
}
