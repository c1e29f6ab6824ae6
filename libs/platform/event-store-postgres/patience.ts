import { setTimeout as sleep } from 'node:timers/promises';
import { isLost } from './faults.js';

const pause = { first: 20, longest: 1_000 };

/** Asks again on another connection while the server is out of reach, for so many milliseconds. Only for what may be done twice. */
export async function patiently<T>(milliseconds: number, ask: () => Promise<T>): Promise<T> {
  const until = performance.now() + milliseconds;
  for (let wait = pause.first; ; wait = Math.min(wait * 2, pause.longest)) {
    try {
      return await ask();
    } catch (problem) {
      if (!isLost(problem) || performance.now() + wait > until) throw problem;
    }
    await sleep(wait);
  }
}
