import { mkdtempSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Declarations } from '#platform/installation';
import { compare } from './compare.js';
import { engineUnderTest, type UnderTest } from './engine-under-test.js';
import { growthIn } from './growth-in.js';
import type { Growth } from './growth.js';
import { whatLimits } from './limiting.js';
import type { SeasonSize } from './made-up-season.js';
import { Desk, type MeasuredLog } from './measured-log.js';
import { PastSeasons } from './past-seasons.js';
import type { Measured } from './measured.js';
import { measurePlay } from './playing.js';
import { measurePostgres } from './postgres/index.js';
import type { Reach } from './reach.js';
import { reachesOf } from './reaches.js';
import { measureReads } from './reading.js';
import { measureRebuild, type Rebuilt } from './rebuilding.js';
import { measureSchemes, type SchemesSize } from './schemes/index.js';
import { measureStart, type Started } from './starting.js';
import { measureYear } from './year/index.js';

export type { Compared } from './compare.js';

/** What can be measured on its own. The last ones are asked for by name: they need a server, tell a year from what they find, or need no log of a size. */
export const parts = ['commands', 'rebuild', 'reads', 'start', 'postgres', 'year', 'schemes'] as const;
const usual: readonly Part[] = ['commands', 'rebuild', 'reads', 'start'];
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
  /** The address of a PostgreSQL server on which databases may be made; without it nothing is measured there. */
  readonly postgres?: string;
  /** A script that appends with a peer, as infra/bench/peers/append.js does. */
  readonly peer?: string;
  /** What schemes are measured with. */
  readonly schemes?: SchemesSize;
  /** How many hours of a year of ten million awards are played; all of them unless told. */
  readonly hours?: number;
  /** What Node is told when it starts our processes. */
  readonly runWith?: readonly string[];
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
async function measure(options: BenchOptions, desk: Desk, place: string, onProgress: (doing: string) => void): Promise<Measured> {
  const { sizes, only = usual, callers = [1, 32, 128], seconds, rounds, asked, steps, declarations, server, idleMilliseconds = 10_000, schemes = { applications: 10_000, bodies: 100_000, awards: 500 } } = options;
  const wants = (part: Part): boolean => only.includes(part);
  const chosen = wants('schemes') ? await measureSchemes(place, schemes, options.runWith ?? [], onProgress) : undefined;
  const logs: MeasuredLog[] = [];
  if (usual.some(wants)) for (const size of sizes) logs.push(await desk.log(size));
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
    ...(await measureServers(options, desk, { wants, callers, onProgress })),
    ...(wants('commands') ? await measureCommands(logs, { callers, seconds, rounds, steps, declarations, place, onProgress }) : {}),
    ...(wants('rebuild') ? { rebuilt } : {}),
    ...(reads ? { reads } : {}),
    ...(started.length > 0 ? { started } : {}),
    ...(chosen ? { schemes: chosen } : {}),
  };
}

interface Asking extends Required<Pick<BenchOptions, 'callers' | 'onProgress'>> {
  wants(part: Part): boolean;
}

/** On logs that are long enough to say something and short enough to be copied: the smaller two. */
async function measureServers({ sizes, seconds, rounds, declarations, postgres, peer, hours, runWith }: BenchOptions, desk: Desk, { wants, callers, onProgress }: Asking): Promise<Pick<Measured, 'postgres' | 'year'>> {
  const milliseconds = (seconds * 1_000) / rounds;
  const logs: MeasuredLog[] = [];
  if (wants('postgres') || wants('year')) for (const size of sizes.slice(0, 2)) logs.push(await desk.log(size));
  const largest = logs.at(-1);
  return {
    ...(wants('postgres') && postgres !== undefined && largest
      ? { postgres: await measurePostgres(largest, { server: postgres, callers, rounds, milliseconds, onProgress, ...(peer === undefined ? {} : { peer }), ...(runWith === undefined ? {} : { runWith }) }) }
      : {}),
    ...(wants('year') ? { year: await measureYear({ awards: 10_000_000, logs, season: desk.past.shape, views: declarations.views, rounds, milliseconds, onProgress, ...(hours === undefined ? {} : { hours }), ...(postgres === undefined ? {} : { server: postgres }) }) } : {}),
  };
}

interface Calling extends Required<Pick<BenchOptions, 'callers' | 'seconds' | 'rounds' | 'steps' | 'declarations' | 'onProgress'>> {
  readonly place: string;
}

async function measureCommands(logs: readonly MeasuredLog[], { callers, seconds, rounds, steps, declarations, place, onProgress }: Calling): Promise<Pick<Measured, 'compared' | 'play'>> {
  const engines: UnderTest[] = [];
  try {
    for (const log of logs) engines.push(await engineUnderTest(log));
    onProgress(`${rounds} rounds of the engine and of bare inserts`);
    const compared = await compare(engines, { rounds, milliseconds: (seconds * 1_000) / rounds, callers });
    onProgress(`playing ${steps} nominations`);
    return { compared, play: await measurePlay(place, declarations, steps, Math.min(rounds, 3)) };
  } finally {
    for (const each of engines) await each.close();
  }
}
