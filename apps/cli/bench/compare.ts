import type { EventStore, Position, StoredRecord } from '#platform/event-store';
import type { UnderTest } from './engine-under-test.js';
import { median } from './median.js';
import { callEngine, type Called } from './through-engine.js';

/** Medians over the rounds, for a log of a size and a number of callers. */
export interface Compared {
  /** Events in the log when measuring began, and when it ended. */
  readonly events: number;
  readonly grewTo: number;
  readonly callers: number;
  readonly enginePerSecond: number;
  readonly barePerSecond: number;
  /** Bare time over engine time for the same bytes in the same groups. */
  readonly ratio: number;
  readonly commandsPerGroup: number;
  readonly eventsPerCommand: number;
  readonly bytesPerCommand: number;
  /** Share of the time in which the engine's thread had work. */
  readonly busy: number;
}

interface Round {
  readonly called: Called;
  readonly bareMilliseconds: number;
  readonly events: number;
  readonly bytes: number;
}

interface Plan {
  readonly rounds: number;
  readonly milliseconds: number;
  readonly callers: readonly number[];
}

const warmUp = 200;

/** Round by round over all logs and numbers of callers, so that whatever else the machine does meets all of them alike. */
export async function compare(logs: readonly UnderTest[], { rounds, milliseconds, callers }: Plan): Promise<readonly Compared[]> {
  const cases = callers.flatMap((count) => logs.map((log) => ({ log, count, measured: [] as Round[] })));
  for (const { log, count } of cases) await oneRound(log, count, { commands: warmUp });
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? cases : cases.toReversed();
    for (const { log, count, measured } of order) measured.push(await oneRound(log, count, { milliseconds }));
  }
  return Promise.all(cases.map(async ({ log, count, measured }) => summary(log, count, measured, (await log.store.head()).position)));
}

/** The engine first, then the very records that came of it, into a log that was a copy until then and is one again after. */
async function oneRound(log: UnderTest, callers: number, until: Parameters<typeof callEngine>[2]): Promise<Round> {
  const { position } = await log.store.head();
  const called = await callEngine(log, callers, until);
  const records = await recordsAfter(log.store, position);
  const perCommand = records.length / called.commands;
  const bareMilliseconds = await log.bare.insert(records, called.groups.map((size) => size * perCommand));
  return { called, bareMilliseconds, events: records.length, bytes: records.reduce((sum, { record }) => sum + Buffer.byteLength(record), 0) };
}

async function recordsAfter(store: EventStore, position: Position): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  for (;;) {
    const page = await store.readRecords({ after: records.at(-1)?.position ?? position, limit: 5_000 });
    if (page.length === 0) return records;
    records.push(...page);
  }
}

function summary({ events }: UnderTest, callers: number, rounds: readonly Round[], grewTo: number): Compared {
  const over = (figure: (round: Round) => number): number => median(rounds.map(figure));
  return {
    events, grewTo, callers,
    enginePerSecond: over(({ called }) => (called.commands / called.milliseconds) * 1_000),
    barePerSecond: over(({ called, bareMilliseconds }) => (called.commands / bareMilliseconds) * 1_000),
    ratio: over(({ called, bareMilliseconds }) => bareMilliseconds / called.milliseconds),
    commandsPerGroup: over(({ called }) => called.commands / called.groups.length),
    eventsPerCommand: over(({ called, events: stored }) => stored / called.commands),
    bytesPerCommand: over(({ called, bytes }) => bytes / called.commands),
    busy: over(({ called }) => called.busy),
  };
}
