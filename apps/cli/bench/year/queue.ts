
/** What one store does with a year of commands. */
export interface Queued {
  readonly commands: number;
  /** The busiest hour, in commands a second, and the share of what the store can do that this is. */
  readonly busiestPerSecond: number;
  readonly busiestShare: number;
  /** How long a command took from its arrival to its answer, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly longestSeconds: number;
  /** Seconds of the year in which more than a second's work was waiting. */
  readonly secondsBehind: number;
}

/** What a store was measured to do: so many callers at a time, so many commands a second. */
export type Rates = readonly { readonly callers: number; readonly perSecond: number }[];

const secondsOfHour = 3_600;

/**
 * Plays a year second by second: arrivals are Poisson around what is expected of the hour, a store does what it was measured to
 * do, and what it can't do in its second waits for the next. The same seed gives the same year.
 */
export function aYear(expectedByHour: Float64Array, rates: Rates, seed = 1): Queued {
  const random = generator(seed);
  const most = Math.max(...rates.map(({ perSecond }) => perSecond));
  const answers = new Map<number, number>();
  let [backlog, commands, secondsBehind, longest] = [0, 0, 0, 0];
  for (const expected of expectedByHour) {
    const arriving = poisson(expected / secondsOfHour, random);
    for (let second = 0; second < secondsOfHour; second += 1) {
      const arrived = arriving();
      const waiting = backlog + arrived;
      backlog = Math.max(0, waiting - most);
      if (backlog > 0) secondsBehind += 1;
      if (arrived === 0) continue;
      commands += arrived;
      const took = rounded(answerAfter(waiting, rates));
      answers.set(took, (answers.get(took) ?? 0) + arrived);
      longest = Math.max(longest, took);
    }
  }
  const busiestPerSecond = expectedByHour.reduce((max, each) => Math.max(max, each), 0) / secondsOfHour;
  const at = (share: number): number => quantile(answers, commands, share);
  return { commands, busiestPerSecond, busiestShare: busiestPerSecond / most, p50: at(0.5), p99: at(0.99), p999: at(0.999), longestSeconds: longest / 1_000, secondsBehind };
}

/** From few callers to many, without those that only made it slower. */
function rising(rates: Rates): Rates {
  let best = 0;
  return rates.toSorted((a, b) => a.callers - b.callers).filter(({ perSecond }) => perSecond > best && (best = perSecond) > 0);
}

/**
 * Milliseconds from asking to the answer when so many commands want to be done in a second (Little's law): as many callers are
 * at it at a time as it takes to do so many, by what was measured. What is more than a second's work waits its turn.
 */
export function answerAfter(perSecond: number, rates: Rates): number {
  const curve = rising(rates);
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last) throw new Error('Nothing was measured: a year cannot be played on it');
  const alone = (first.callers / first.perSecond) * 1_000;
  if (perSecond <= first.perSecond) return alone;
  const place = curve.findIndex((each) => each.perSecond >= perSecond);
  const [low, high] = [curve[place - 1], curve[place]];
  if (!low || !high) return (last.callers / last.perSecond + (perSecond - last.perSecond) / last.perSecond) * 1_000;
  const part = (perSecond - low.perSecond) / (high.perSecond - low.perSecond);
  return Math.max(alone, ((low.callers * (high.callers / low.callers) ** part) / perSecond) * 1_000);
}

/** In steps of a twentieth, so that a year of answers is a short table. */
const rounded = (milliseconds: number): number => 1.05 ** Math.ceil(Math.log(Math.max(0.01, milliseconds)) / Math.log(1.05));

function quantile(counts: ReadonlyMap<number, number>, all: number, share: number): number {
  let seen = 0;
  const sorted = [...counts].toSorted(([a], [b]) => a - b);
  for (const [value, count] of sorted) if ((seen += count) >= share * all) return value;
  return sorted.at(-1)?.[0] ?? 0;
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32): a simulation can be repeated. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Arrivals in a second of which so many are expected: counted for few, and by the bell curve for many. */
export function poisson(mean: number, random: () => number): () => number {
  if (mean > 30) {
    const spread = Math.sqrt(mean);
    return () => Math.max(0, Math.round(mean + spread * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())));
  }
  const least = Math.exp(-mean);
  return () => {
    let [count, product] = [0, random()];
    while (product > least) {
      count += 1;
      product *= random();
    }
    return count;
  };
}
