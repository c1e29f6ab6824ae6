import type { JobKind } from './port.js';

/** No longer than this between two tries: whoever mends the cause sees it work within the hour. */
export const longestWaitMilliseconds = 15 * 60_000;

/** Milliseconds to wait after a number of failed tries. */
export const waitAfter = (failures: number, { firstWaitMilliseconds }: Pick<JobKind, 'firstWaitMilliseconds'>): number =>
  Math.min(longestWaitMilliseconds, firstWaitMilliseconds * 2 ** Math.max(0, failures - 1));
