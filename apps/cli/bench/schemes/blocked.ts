import { setTimeout as wait } from 'node:timers/promises';

/** What some work came to, and how long at its longest nobody else had a turn meanwhile, in milliseconds: so long may a page have to wait. */
export interface Blocked<Result> {
  readonly result: Result;
  readonly blockedMilliseconds: number;
}

const everyMilliseconds = 1;

export async function longestBlock<Result>(work: () => Promise<Result>): Promise<Blocked<Result>> {
  let longest = 0;
  let last = performance.now();
  const beat = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const beating = setInterval(beat, everyMilliseconds);
  try {
    const result = await work();
    await wait(everyMilliseconds); // a block right before the end is seen by the beat after it
    beat();
    return { result, blockedMilliseconds: longest };
  } finally {
    clearInterval(beating);
  }
}
