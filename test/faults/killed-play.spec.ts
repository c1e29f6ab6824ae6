import { randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { RecordedEvent } from '#platform/event-store';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { nominations } from '../../apps/cli/bench/made-up.js';
import { complaintsAbout, everyEvent } from '../support/log-witness.js';
import { SourceProcess } from '../support/source-process.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

interface Acknowledged {
  readonly commandId: string;
  readonly reference: string;
  readonly position: number;
}

/** Three in the gate; `npm run campaign:kills` does fifty. */
const kills = Number(process.env['TALLYSTICK_KILLS'] ?? 3);
const projects = 400;
const player = new URL('../support/player.ts', import.meta.url);

/** What is in a log: its events, what is wrong with its bytes, and its commands with the places of their events. */
async function contentsOf(file: string) {
  const store = await openSqliteEventStore({ file });
  const events = await everyEvent(store);
  const complaints = await complaintsAbout(file, store);
  await store.close();
  const byCommand = Map.groupBy(events, ({ meta }) => meta['$correlationId'] ?? '');
  return { events, complaints, byCommand };
}

/** Acknowledged commands that are not there, or of which only a part is, or that stand elsewhere than was said. */
const lost = (byCommand: ReadonlyMap<string, readonly RecordedEvent[]>, acknowledged: readonly Acknowledged[]): readonly Acknowledged[] =>
  acknowledged.filter(({ commandId, position }) => byCommand.get(commandId)?.at(-1)?.position !== position);

/** A nomination is three events, side by side: the number that it was given, itself, and its entry for the round. */
const torn = (byCommand: ReadonlyMap<string, readonly RecordedEvent[]>): readonly string[] =>
  [...byCommand]
    .filter(([, [first, second, third, ...more]]) => first?.meta['command'] === 'Nominate' && (second?.position !== first.position + 1 || third?.position !== first.position + 2 || more.length > 0))
    .map(([id]) => id);

const titlesIn = (events: readonly RecordedEvent[]): readonly string[] =>
  events.filter(({ type }) => type === 'ApplicationNominated').map(({ data }) => (data as { title: string }).title);

describe('a process that is killed while it plays a playbook', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => (folder = await temporaryFolder()));
  afterEach(() => folder.remove());

  test(
    `keeps every step that was acknowledged, once and whole, and continues when it is played again, ${kills} times`,
    async () => {
      const playbook = folder.path('nominations.jsonl');
      await writeFile(playbook, nominations(projects));
      let cutShort = 0;
      for (let round = 0; round < kills; round += 1) {
        const data = folder.path(`data-${round}`);
        const log = `${data}/events.db`;
        const killed = new SourceProcess<Acknowledged>(folder.path(`killed-${round}.jsonl`), player, data, playbook);
        await killed.hasBegun();
        await new Promise((resolve) => setTimeout(resolve, randomInt(0, 150)));
        await killed.kill();
        const acknowledged = killed.lines();
        const left = await contentsOf(log);
        expect(lost(left.byCommand, acknowledged)).toEqual([]);
        expect(torn(left.byCommand)).toEqual([]);
        expect(left.complaints).toEqual([]);
        const played = titlesIn(left.events);
        expect(new Set(played).size).toBe(played.length);
        if (played.length < projects) cutShort += 1;

        const again = new SourceProcess<Acknowledged>(folder.path(`again-${round}.jsonl`), player, data, playbook);
        await again.finished();
        const whole = await contentsOf(log);
        expect(lost(whole.byCommand, [...acknowledged, ...again.lines()])).toEqual([]);
        expect(titlesIn(whole.events)).toEqual(Array.from({ length: projects }, (_, index) => `Project ${index + 1}`));
        expect(whole.events.slice(0, left.events.length)).toEqual(left.events);
        expect(whole.complaints).toEqual([]);
      }
      expect(cutShort).toBeGreaterThan(0); // or no kill came in time, and nothing was shown
    },
    30_000 + kills * 15_000,
  );
});
