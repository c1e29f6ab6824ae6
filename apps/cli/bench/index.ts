import { mkdtempSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Declarations } from '#platform/installation';
import { compare } from './compare.js';
import { engineUnderTest, type EngineUnderTest } from './engine-under-test.js';
import { growthIn } from './growth-in.js';
import type { Growth } from './growth.js';
import { whatLimits } from './limiting.js';
import type { SeasonSize } from './made-up-season.js';
import { Desk, type MeasuredLog } from './measured-log.js';
import { PastSeasons } from './past-seasons.js';
import type { Measured } from './measured.js';
import { measurePlay } from './playing.js';
import { reachesOf, type Reach } from './reaches.js';
import { measureReads } from './reading.js';
import { measureRebuild, type Rebuilt } from './rebuilding.js';
import { measureStart, type Started } from './starting.js';

export type { Compared } from './compare.js';

/** What can be measured on its own. */
export const parts = ['commands', 'rebuild', 'reads', 'start'] as const;
export type Part = (typeof parts)[number];

export interface BenchOptions {
  /** Sizes of the logs, in events. */
  readonly sizes: readonly number[];
  readonly only?: readonly Part[];
  readonly callers?: readonly number[];
  /** How long the engine is measured for each size and number of callers, over all rounds. */
  readonly seconds: number;
  readonly rounds: number;
  /** How often each question is asked in a round. */
  readonly asked: number;
  /** Nominations that are played. */
  readonly steps: number;
  /** What each season of the past has in it. */
  readonly season?: SeasonSize;
  /** Where the logs are made, and removed afterwards: the disk there is what is measured. */
  readonly folder: string;
  readonly declarations: Declarations;
  /** How long a server that was started is left alone before its memory is read. */
  readonly idleMilliseconds?: number;
  /** The server as it was built; without it nothing is started. */
  readonly server?: string;
  readonly onProgress?: (doing: string) => void;
}

export interface BenchReport extends Measured {
  readonly machine: { readonly node: string; readonly cores: number; readonly processor: string; readonly memoryBytes: number; readonly platform: string; /** Over the last minute before and after. */ readonly load: readonly number[] };
  readonly command: string;
  readonly rounds: number;
  readonly growth: readonly Growth[];
  /** What was to be reached, and whether it was. */
  readonly reaches: readonly Reach[];
  /** What keeps each figure from being better, from what was measured beside it. */
  readonly limits: readonly string[];
}

/** Measures everything in one run on one disk, each beside the least that any way of doing it must do. */
export async function bench(options: BenchOptions): Promise<BenchReport> {
  const { folder, rounds, season = { rounds: 5, awards: 25 }, onProgress = () => undefined } = options;
  const before = loadavg()[0] ?? 0;
  const place = mkdtempSync(join(folder, 'tally-bench-'));
  const desk = new Desk(place, await PastSeasons.played(season), onProgress);
  try {
    const measured = await measure(options, desk, place, onProgress);
    const load = [before, loadavg()[0] ?? 0];
    const machine = { node: process.version, cores: availableParallelism(), processor: cpus()[0]?.model ?? 'unknown', memoryBytes: totalmem(), platform: `${process.platform} ${process.arch}`, load };
    return { machine, command: 'AuthorisePayment', rounds, ...measured, growth: growthIn(measured), reaches: reachesOf(measured), limits: whatLimits(measured) };
  } finally {
    await desk.clear();
  }
}

/** Views first, since questions and the server need them; commands last, since they make the logs longer. */
async function measure({ sizes, only = parts, callers = [1, 32, 128], seconds, rounds, asked, steps, declarations, server, idleMilliseconds = 10_000 }: BenchOptions, desk: Desk, place: string, onProgress: (doing: string) => void): Promise<Measured> {
  const wants = (part: Part): boolean => only.includes(part);
  const logs: MeasuredLog[] = [];
  for (const size of sizes) logs.push(await desk.log(size));
  const rebuilt: Rebuilt[] = [];
  if (wants('rebuild') || wants('reads') || wants('start')) {
    for (const log of logs) {
      onProgress(`making views of ${log.events} events`);
      rebuilt.push(await measureRebuild(log, declarations.views, Math.min(rounds, wants('rebuild') ? 3 : 1)));
    }
  }
  if (wants('reads')) onProgress(`${rounds} rounds of questions`);
  const reads = wants('reads') ? await measureReads(logs, declarations.views, { rounds, asked }) : undefined;
  const started: Started[] = [];
  if (wants('start') && server !== undefined) {
    for (const log of logs) {
      onProgress(`starting the server on ${log.events} events`);
      started.push(await measureStart(log, server, idleMilliseconds));
    }
  }
  return {
    ...(wants('commands') ? await measureCommands(logs, { callers, seconds, rounds, steps, declarations, place, onProgress }) : {}),
    ...(wants('rebuild') ? { rebuilt } : {}),
    ...(reads ? { reads } : {}),
    ...(started.length > 0 ? { started } : {}),
  };
}

interface Calling extends Required<Pick<BenchOptions, 'callers' | 'seconds' | 'rounds' | 'steps' | 'declarations' | 'onProgress'>> {
  readonly place: string;
}

async function measureCommands(logs: readonly MeasuredLog[], { callers, seconds, rounds, steps, declarations, place, onProgress }: Calling): Promise<Pick<Measured, 'compared' | 'play'>> {
  const engines: EngineUnderTest[] = [];
  try {
    for (const log of logs) engines.push(await engineUnderTest(log));
    onProgress(`${rounds} rounds of the engine and of bare inserts`);
    const compared = await compare(engines, { rounds, milliseconds: (seconds * 1_000) / rounds, callers });
    onProgress(`playing ${steps} nominations`);
    return { compared, play: await measurePlay(place, declarations, steps, Math.min(rounds, 3)) };
  } finally {
    for (const each of engines) each.close();
  }
}
