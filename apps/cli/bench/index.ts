import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Declarations } from '#platform/installation';
import { compare, type Compared } from './compare.js';
import { whatLimits } from './limiting.js';
import { logUnderTest, type LogUnderTest } from './log-under-test.js';
import { measurePlay, type Played } from './playing.js';

export type { Compared } from './compare.js';
export type { Played } from './playing.js';

export interface BenchOptions {
  /** Sizes of the logs, in events. */
  readonly sizes: readonly number[];
  /** How long the engine is measured for each size and number of callers, over all rounds. */
  readonly seconds: number;
  readonly rounds: number;
  /** Nominations that are played. */
  readonly steps: number;
  /** Where the logs are made, and removed afterwards: the disk there is what is measured. */
  readonly folder: string;
  readonly declarations: Declarations;
  readonly onProgress?: (doing: string) => void;
}

export interface BenchReport {
  readonly machine: { readonly node: string; readonly cores: number; readonly platform: string };
  readonly command: string;
  readonly rounds: number;
  readonly compared: readonly Compared[];
  /** Engine commands per second in the largest log over those in the smallest, by number of callers. */
  readonly largestOverSmallest: readonly { readonly callers: number; readonly engine: number; readonly bare: number }[];
  readonly play: Played;
  /** What keeps each figure from being higher, from what was measured beside it. */
  readonly limits: readonly string[];
}

const callers = [1, 32];

/** Measures the whole engine against bare inserts of the same bytes, in one run on one disk, and how fast playbooks play. */
export async function bench({ sizes, seconds, rounds, steps, folder, declarations, onProgress }: BenchOptions): Promise<BenchReport> {
  const desk = mkdtempSync(join(folder, 'tally-bench-'));
  const logs: LogUnderTest[] = [];
  try {
    for (const size of sizes) {
      onProgress?.(`filling a log with ${size} events`);
      logs.push(await logUnderTest(desk, size));
    }
    onProgress?.(`${rounds} rounds of the engine and of bare inserts`);
    const compared = await compare(logs, { rounds, milliseconds: (seconds * 1_000) / rounds, callers });
    onProgress?.(`playing ${steps} nominations`);
    const play = await measurePlay(desk, declarations, steps, Math.min(rounds, 3));
    return {
      machine: { node: process.version, cores: availableParallelism(), platform: `${process.platform} ${process.arch}` },
      command: 'AuthorisePayment', rounds, compared, play,
      largestOverSmallest: callers.map((count) => growth(count, compared)),
      limits: whatLimits(compared, play),
    };
  } finally {
    for (const log of logs) await log.close();
    rmSync(desk, { recursive: true, force: true });
  }
}

function growth(count: number, compared: readonly Compared[]) {
  const own = compared.filter((each) => each.callers === count).toSorted((a, b) => a.events - b.events);
  const over = (figure: (each: Compared) => number): number => {
    const [smallest, largest] = [own[0], own.at(-1)];
    return smallest && largest ? figure(largest) / figure(smallest) : 1;
  };
  return { callers: count, engine: over(({ enginePerSecond }) => enginePerSecond), bare: over(({ barePerSecond }) => barePerSecond) };
}
