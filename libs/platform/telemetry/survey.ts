import { statfs } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { Clock, EventStore, Position } from '#platform/event-store';
import { JobsAway, type Jobs } from '#platform/jobs';
import type { ViewStatus, ViewStore } from '#platform/view-store';
import { ageOfOldest } from './age-of-oldest.js';
import { inTime } from './in-time.js';
import type { Measures } from './measures.js';

/** When the house was last looked after (ISO instants), and whether a check found a hole in the log. */
export interface UpkeepSeen {
  readonly lastGoodCheckAt?: string;
  readonly lastBackupAt?: string;
  readonly isLogBroken?: boolean;
}

export interface SurveyParts {
  readonly store: Pick<EventStore, 'head' | 'readAll'>;
  readonly views: Pick<ViewStore, 'status'>;
  readonly clock: Clock;
  readonly measures: Measures;
  /** The folder whose disk is measured. */
  readonly folder: string;
  readonly sessions?: () => Promise<number>;
  readonly jobs?: Pick<Jobs, 'status'>;
  readonly upkeep?: () => Promise<UpkeepSeen>;
}

/** What a look around found. What did not answer in time is undefined. */
export interface Found {
  readonly head: Position | undefined;
  readonly views: readonly ViewStatus[] | undefined;
}

/** How long a part may take to answer, and for how long an answer is good enough: many may ask at once. */
const patienceMilliseconds = 2_000;
const freshMilliseconds = 2_000;

/** Looks around: asks each part how it stands, and keeps the measures of it. A part that hangs holds up none of the others. */
export class Survey {
  #last: { readonly at: number; readonly found: Promise<Found> } | undefined;

  constructor(private readonly parts: SurveyParts) {}

  /** How things stand now, or stood a moment ago. Never rejects. */
  take(): Promise<Found> {
    const now = performance.now();
    if (this.#last === undefined || now - this.#last.at > freshMilliseconds) this.#last = { at: now, found: this.#look() };
    return this.#last.found;
  }

  async #look(): Promise<Found> {
    const { sessions, jobs, upkeep } = this.parts;
    const [head, views] = await Promise.all([
      this.#ask('log', () => this.#log()),
      this.#ask('views', () => this.#views()),
      this.#ask('disk', () => this.#disk()),
      sessions && this.#ask('sessions', async () => this.parts.measures.sessions.set(await sessions())),
      jobs && this.#ask('jobs', () => this.#jobs(jobs)),
      upkeep && this.#ask('upkeep', async () => this.#upkeep(await upkeep())),
    ]);
    return { head, views };
  }

  /** That a part does not answer is itself what was to be found out: it is measured, and readiness says so. */
  async #ask<Answer>(part: string, ask: () => Promise<Answer>): Promise<Answer | undefined> {
    const answered = await inTime(patienceMilliseconds, ask);
    this.parts.measures.reachable.set({ part }, answered.ok ? 1 : 0);
    return answered.ok ? answered.answer : undefined;
  }

  async #log(): Promise<Position> {
    const { position } = await this.parts.store.head();
    this.parts.measures.logHead.set(position);
    return position;
  }

  async #views(): Promise<readonly ViewStatus[]> {
    const { store, clock, measures } = this.parts;
    const { views, trouble, works } = await this.parts.views.status();
    const ages = await ageOfOldest(store, clock, views);
    measures.viewTrouble.set(trouble === undefined ? 0 : 1);
    for (const { view, position, behind, fault, absences } of views) {
      measures.viewLag.set({ view }, behind);
      measures.viewLagSeconds.set({ view }, behind === 0 ? 0 : (ages.get(position) ?? 0));
      measures.viewStopped.set({ view }, fault === undefined ? 0 : 1);
      measures.viewAbsences.set({ view }, absences);
      measures.viewRuns.set({ view }, works.includes(view) ? 1 : 0);
    }
    return views;
  }

  async #disk(): Promise<void> {
    const { bavail, blocks } = await statfs(this.parts.folder);
    this.parts.measures.diskFree.set(blocks === 0 ? 1 : bavail / blocks);
  }

  async #jobs(of: Pick<Jobs, 'status'>): Promise<void> {
    const { counts, oldestWaitingMilliseconds, trouble } = await of.status();
    if (trouble !== undefined) throw new JobsAway(trouble);
    const { jobs, jobsOldest } = this.parts.measures;
    for (const [state, count] of Object.entries(counts)) jobs.set({ state }, count);
    jobsOldest.set(oldestWaitingMilliseconds / 1_000);
  }

  #upkeep({ lastGoodCheckAt, lastBackupAt, isLogBroken }: UpkeepSeen): void {
    const { lastGoodCheck, lastBackup, logGap } = this.parts.measures;
    lastGoodCheck.set(lastGoodCheckAt === undefined ? 0 : Date.parse(lastGoodCheckAt) / 1_000);
    lastBackup.set(lastBackupAt === undefined ? 0 : Date.parse(lastBackupAt) / 1_000);
    if (isLogBroken !== undefined) logGap.set(isLogBroken ? 1 : 0);
  }
}
