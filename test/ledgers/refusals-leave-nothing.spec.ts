import { readInput, toDate, toPerson } from '#kernel';
import { commands } from '#domain';
import { foundation } from '#domain/people';
import { memoryAccessLog } from '#platform/access';
import { Engine } from '#platform/engine';
import { openGenesis, systemClock, type EventStore } from '#platform/event-store';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { checkLog } from '#platform/transparency';
import { fullLife } from '../contracts/domain/full-life.js';
import { numbersFrom } from '../contracts/domain/numbers-from.js';
import { aFullLife } from './lived.js';
import { Clerk } from './lives/clerk.js';
import { References } from './lives/references.js';
import { drawWay } from './lives/ways/draw-way.js';

const anybody = { role: 'anyone' };
const named = (name: string) => commands.filter((command) => command.name === name);

/** An engine that lets anybody do anything, so that only rules refuse; everything was done in it once. */
async function lived(store: EventStore, access: ReturnType<typeof memoryAccessLog>): Promise<Engine> {
  await openGenesis(store, { origin: 'test.example/log', kind: 'demonstration', recordedAt: '2012-01-01T00:00:00.000Z' });
  const engine = new Engine({ store, clock: systemClock, access, authority: () => Promise.resolve({ granted: true }), kind: 'demonstration' });
  for (const command of foundation.live) await engine.run(command, {}, {
    actor: toPerson('installation'), ...anybody, on: toDate('2012-04-01'), recordedAt: '2012-04-01T12:00:00.000Z',
  });
  for (const { command: name, input, by, on } of fullLife) for (const command of named(name)) await engine.run(command, input, {
    actor: toPerson(by), ...anybody, on: toDate(on), recordedAt: `${on}T12:00:00.000Z`,
  });
  return engine;
}

describe('Whatever is refused', () => {
  test('leaves the log and its root as they were, and one entry in the access log', async () => {
    const [store, access] = [openMemoryEventStore(), memoryAccessLog()];
    const engine = await lived(store, access);
    // The same life in memory knows the same references, so that what is written is about something.
    const office = await aFullLife();
    const references = new References(office);
    const below = numbersFrom(2012);
    const refused = new Map<string, number>();
    for (let number = 0, tries = 0; number < 400 && tries < 4_000; tries += 1) {
      const clerk = new Clerk(office, references, below, number, drawWay(below));
      const command = commands[tries % commands.length] as (typeof commands)[number];
      const { actor, on } = clerk.acts(0);
      const input = clerk.writes(command);
      if (!readInput(command.input, input).ok) continue;
      const before = { head: await store.head(), root: number % 20 === 0 ? (await checkLog(store)).root : '', entries: access.entries.length };
      const came = await engine.run(command, input, { actor, ...anybody, on, recordedAt: '2012-12-31T12:00:00.000Z' });
      if (came.outcome !== 'refused') continue;
      number += 1;
      refused.set(command.name, (refused.get(command.name) ?? 0) + 1);
      expect([command.name, await store.head()]).toEqual([command.name, before.head]);
      if (before.root !== '') expect((await checkLog(store)).root).toEqual(before.root);
      expect(access.entries.slice(before.entries)).toMatchObject([{ actor, asked: command.name, outcome: 'refused', because: came.refusal }]);
    }
    expect(refused.size).toBeGreaterThan(60);
    await store.close();
  }, 60_000);
});
