import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '#domain';
import { maySignInAs, shippedRoles } from '#domain/people';
import { memoryAccessLog, roleTable } from '#platform/access';
import { commandIdOf, Engine, eventIdOf } from '#platform/engine';
import { openGenesis, type EventStore } from '#platform/event-store';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { checkLog } from '#platform/transparency';
import type { Playbook } from '../playbook.js';
import type { Stage } from '../play.js';
import { readPlaybook } from '../read-playbook.js';

interface Staged {
  readonly stage: Stage;
  readonly store: EventStore;
  root(): Promise<string>;
  clear(): Promise<void>;
}
/** A stage with an engine of its own, on a log in memory or in a file of its own. */
export async function staged(kind: 'demonstration' | 'live' = 'demonstration', adapter: 'memory' | 'sqlite' = 'memory'): Promise<Staged> {
  const folder = adapter === 'memory' ? '' : mkdtempSync(join(tmpdir(), 'playbook-'));
  const store = adapter === 'memory' ? openMemoryEventStore() : await openSqliteEventStore({ file: join(folder, 'events.db') });
  const recordedAt = '2012-01-01T00:00:00.000Z';
  await openGenesis(store, { origin: 'test.example/log', kind, ...(kind === 'demonstration' ? { recordedAt } : {}) });
  const engine = new Engine({ store, clock: { now: () => '2026-06-13T12:00:00.000Z' }, access: memoryAccessLog(), authority: roleTable(shippedRoles), kind });
  const stage: Stage = {
    kind,
    run: (command, input, context) => engine.run(command, input, context),
    wasPlayed: async (key) => (await store.findEvent(eventIdOf(commandIdOf(key), 0))) !== undefined,
  };
  const clear = async (): Promise<void> => {
    await store.close();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  };
  return { stage, store, root: async () => (await checkLog(store)).root, clear };
}

/** A playbook that must be right. */
export function playbook(text: string, file = 'test.yaml'): Playbook {
  const reading = readPlaybook(file, text, commands, maySignInAs);
  if (!reading.ok) throw new Error(reading.problems.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
  return reading.value;
}

/** What is wrong with a playbook, each with its line. */
export function problemsOf(text: string, file = 'test.yaml'): readonly string[] {
  const reading = readPlaybook(file, text, commands, maySignInAs);
  return reading.ok ? [] : reading.problems.map(({ line, message }) => `${line}: ${message}`);
}
