import type { ViewDeclaration } from '#kernel';
import { compare } from '../compare.js';
import { engineUnderTest, type UnderTest } from '../engine-under-test.js';
import type { MeasuredLog } from '../measured-log.js';
import type { SeasonShape } from '../past-seasons.js';
import { ownDatabase, type OwnDatabase } from '../postgres/own-database.js';
import { postgresUnderTest } from '../postgres/postgres-under-test.js';
import { wholeOf, type Taken } from './bytes.js';
import { assumed, expectedByHour } from './demand.js';
import { extrapolated } from './extrapolated.js';
import { bytesOfState, keptInFiles, keptOnPostgres, type Kept } from './kept.js';
import { aYear, type Queued, type Rates } from './queue.js';

/** How much of everything one store holds: all funders together, the largest of them, one of a hundred. ASSUMED. */
const shares = [
  { who: 'one store for all funders', share: 1 },
  { who: 'a store of the largest funder, a fifth', share: 0.2 },
  { who: 'a store of a funder of a hundred', share: 0.01 },
] as const;

export interface YearOptions {
  readonly awards: number;
  /** A small log and a large one: what lies between them goes on. */
  readonly logs: readonly MeasuredLog[];
  readonly season: SeasonShape;
  readonly views: readonly ViewDeclaration[];
  readonly server?: string;
  readonly hours?: number;
  readonly rounds: number;
  readonly milliseconds: number;
  readonly onProgress: (doing: string) => void;
}

/** A year on one store, by what was measured on it. */
export interface YearOnStore {
  readonly store: Kept['store'];
  readonly who: string;
  readonly awards: number;
  readonly events: number;
  readonly logBytes: number;
  readonly viewBytes: number;
  /** Of making all views again with one worker, and of checking every byte. */
  readonly rebuildHours: number;
  readonly checkHours: number;
  readonly queued: Queued;
  /** The share of what one worker can take into all views that the busiest hour brings. */
  readonly viewsShare: number;
}

export interface Year {
  readonly awards: number;
  readonly eventsOfAward: number;
  readonly commandsOfAward: number;
  readonly kept: readonly Kept[];
  /** Of an engine's memory; left out where the log has too few awards to tell. */
  readonly stateBytes?: number;
  readonly rates: readonly { readonly store: Kept['store']; readonly rates: Rates }[];
  readonly years: readonly YearOnStore[];
}

type On = Year['rates'][number];

/** What a year of so many awards comes to: bytes by what logs and views were found to take, waiting by what engines were found to do. */
export async function measureYear({ awards, logs, season, views, server, hours, rounds, milliseconds, onProgress }: YearOptions): Promise<Year> {
  const ratesOf = async (under: UnderTest): Promise<Rates> => (await compare([under], { rounds, milliseconds, callers: [1, 32, 128] })).map(({ callers, enginePerSecond }) => ({ callers, perSecond: enginePerSecond }));
  const kept: Kept[] = [];
  for (const log of logs) {
    onProgress(`weighing a log of ${log.events} events and its views`);
    kept.push(await keptInFiles(log, views));
    if (server !== undefined) kept.push(await onPostgres(server, log, ({ store }, database) => keptOnPostgres(store, database, views)));
  }
  const largest = logs.at(-1);
  if (!largest) throw new Error('A year is told from logs: name their sizes');
  onProgress('measuring what the engine does on each store');
  const under = await engineUnderTest(largest);
  const stateBytes = await bytesOfState(largest.store, under.engine);
  const rates: On[] = [{ store: 'SQLite', rates: await ratesOf(under) }];
  await under.close();
  if (server !== undefined) rates.push({ store: 'PostgreSQL', rates: await onPostgres(server, largest, ratesOf) });

  const [eventsOfAward, commandsOfAward] = [season.events / season.awards, season.commands / season.awards];
  const years = rates.flatMap((on) => shares.map(({ who, share }) => yearOn({ on, kept, who, awards: awards * share, eventsOfAward, commandsOfAward, hours }, onProgress)));
  return { awards, eventsOfAward, commandsOfAward, kept, ...(stateBytes === undefined ? {} : { stateBytes }), rates, years };
}

/** With the log in a database of its own, which is removed afterwards. */
async function onPostgres<Answer>(server: string, log: MeasuredLog, use: (under: UnderTest, database: OwnDatabase) => Promise<Answer>): Promise<Answer> {
  const database = await ownDatabase(server, 'year');
  try {
    const under = await postgresUnderTest(log, database.address);
    try {
      return await use(under, database);
    } finally {
      await under.close();
    }
  } finally {
    await database.drop();
  }
}

interface Telling extends Pick<Year, 'kept' | 'eventsOfAward' | 'commandsOfAward'> {
  readonly on: On;
  readonly who: string;
  readonly awards: number;
  readonly hours: number | undefined;
}

function yearOn({ on: { store, rates }, kept, who, awards, eventsOfAward, commandsOfAward, hours: played }: Telling, onProgress: YearOptions['onProgress']): YearOnStore {
  onProgress(`playing a year of ${awards} awards on ${store}`);
  const events = awards * eventsOfAward;
  const own = kept.filter((each) => each.store === store);
  const bytes = (of: (each: Kept) => Taken): number => extrapolated(own.map((each) => ({ events: each.events, value: wholeOf(of(each)) })), events);
  const hours = (perSecond: (each: Kept) => number): number => events / (own.at(-1) ? perSecond(own.at(-1) as Kept) : 1) / 3_600;
  const queued = aYear(expectedByHour({ commands: awards * commandsOfAward, ...assumed }).slice(0, played), rates);
  return {
    store, who, awards, events,
    logBytes: bytes(({ log }) => log), viewBytes: bytes(({ views }) => views),
    rebuildHours: hours(({ viewedPerSecond }) => viewedPerSecond), checkHours: hours(({ checkedPerSecond }) => checkedPerSecond),
    queued, viewsShare: (queued.busiestPerSecond * eventsOfAward) / commandsOfAward / (own.at(-1)?.viewedPerSecond ?? 1),
  };
}
