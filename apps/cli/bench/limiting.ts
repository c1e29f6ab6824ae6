import type { Compared } from './compare.js';
import type { Measured } from './measured.js';
import type { Played } from './playing.js';
import type { ReadReport } from './reading.js';
import type { Rebuilt } from './rebuilding.js';
import type { Started } from './starting.js';

/** Above this share of the time the thread that decides has no time to spare. */
const saturated = 0.8;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const micro = (perSecond: number): string => `${Math.round(1_000_000 / perSecond)} µs`;

/** What keeps each figure from being better, in words, judged by what was measured beside it. */
export const whatLimits = ({ compared = [], play, rebuilt = [], reads, started = [] }: Measured): readonly string[] => [
  ...compared.map(oneOf),
  ...(play ? [ofPlaying(play)] : []),
  ...rebuilt.map(ofRebuilding),
  ...(reads ? [ofReading(reads)] : []),
  ...started.slice(-1).map(ofStarting),
];

const flush = (commands: number): string => (commands < 1.5 ? 'each command has a flush to itself' : `${Math.round(commands)} commands share a flush`);

function oneOf({ events, callers, enginePerSecond, barePerSecond, ratio, busy, commandsPerGroup }: Compared): string {
  const who = `${callers === 1 ? '1 caller' : `${callers} callers`} at ${events} events`;
  const times = `${micro(enginePerSecond)} a command, of which bare inserts of its bytes take ${micro(barePerSecond)}`;
  if (busy >= saturated) return `${who}: ${times}. The thread that decides is busy ${percent(busy)} of the time: reading, rules and writing the bytes limit it`;
  if (ratio >= 0.5) return `${who}: ${times}. The disk limits it: ${flush(commandsPerGroup)}, and the thread that decides is busy ${percent(busy)} of the time`;
  return `${who}: ${times}. Neither alone limits it: the thread that decides is busy ${percent(busy)} of the time and waits for the writer for the rest; ${flush(commandsPerGroup)}`;
}

function ofPlaying({ perSecond, busy }: Played): string {
  const cause = busy >= saturated ? 'deciding and keeping the views share one thread, and that limits it' : 'the rest is waiting for the disk';
  return `Playing: ${micro(perSecond)} a step; the thread is busy ${percent(busy)} of the time: ${cause}`;
}

const ofRebuilding = ({ events, rows, perSecond, barePerSecond }: Rebuilt): string =>
  `Rebuilding ${events} events: ${micro(perSecond)} an event and its ${(rows / events).toFixed(1)} rows, of which reading, parsing and inserting take ${micro(barePerSecond)}. The rest is indexes, balances looked up and the views' own work, on one thread`;

/** The slowest question says what reading costs. */
function ofReading({ times }: ReadReport): string {
  const slowest = times.toSorted((a, b) => b.p50 - a.p50)[0];
  if (!slowest) return 'Nothing was asked';
  return `Reading: each question runs several statements on the thread that decides; the slowest, ${slowest.question} ${slowest.clock} at ${slowest.events} events, takes ${slowest.p50.toFixed(1)} ms at the median. The length of the log enters through the depth of the indexes alone`;
}

const ofStarting = ({ events, milliseconds }: Started): string =>
  `Starting on ${events} events: ${Math.round(milliseconds)} ms, most of it loading and compiling the program. Nothing on the way to the first answer goes through the log`;
