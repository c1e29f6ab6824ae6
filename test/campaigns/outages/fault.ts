import type { Cluster } from './cluster.js';
import type { Load } from './load.js';
import type { Site } from './site.js';

/** What was done to a site. */
export interface Struck {
  /** From when recovery counts, on the stopwatch: the blow, or its end where it lasts. */
  readonly at: number;
  /** To whom, for whoever follows a run. */
  readonly whom: string;
  /** Resolves when everything runs again that should. Nothing is put right here that nobody would put right in operation. */
  readonly mended?: Promise<unknown>;
}

export interface Fault<Running extends Site = Cluster> {
  /** As it stands in the report, in an operator's words. */
  readonly name: string;
  /** May look at what callers are told meanwhile. */
  strike(site: Running, load: Pick<Load, 'answers'>): Promise<Struck>;
}

/** What callers wait for anyway: machines are shared, and so are funds. */
export const nothing: Fault<Site> = {
  name: 'nothing (for comparison)',
  strike: () => Promise.resolve({ at: performance.now(), whom: 'nobody' }),
};
