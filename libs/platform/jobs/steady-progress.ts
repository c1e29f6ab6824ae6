import { performance } from 'node:perf_hooks';
import type { Progress } from './port.js';

const apartMilliseconds = 250;

/** Passes progress on a few times a second, however often it is told; the end always. */
export function steadyProgress(pass: (progress: Progress) => void): (done: number, of: number) => void {
  let last = -Infinity;
  return (done, of) => {
    const now = performance.now();
    if (done < of && now - last < apartMilliseconds) return;
    last = now;
    pass({ done, of });
  };
}
