import type { Job as BullJob } from 'bullmq';
import type { JobInput, JobStanding, JobState, Progress, Report } from '#platform/jobs';

/** What a job carries in Redis. */
export interface Carried {
  readonly key: string;
  readonly input: JobInput;
  readonly offeredAt: string;
  readonly notBefore?: string;
  readonly dismissedAt?: string;
}
export type Carrying = BullJob<Carried, Report>;

/** How the queue names what people call otherwise. */
const stateNames: Readonly<Record<string, JobState>> = { waiting: 'waiting', wait: 'waiting', prioritized: 'waiting', paused: 'waiting', delayed: 'later', active: 'running', completed: 'done', failed: 'failed' };
export const placesOf: Readonly<Record<JobState, 'wait' | 'delayed' | 'active' | 'completed' | 'failed'>> = { waiting: 'wait', later: 'delayed', running: 'active', done: 'completed', failed: 'failed', dismissed: 'failed' };

/** The state of a job at a place of the queue; undefined when it is at none. */
export const stateAt = (place: string, { data }: Pick<Carrying, 'data'>): JobState | undefined => {
  const state = stateNames[place];
  return state === 'failed' && data.dismissedAt !== undefined ? 'dismissed' : state;
};

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
const isProgress = (value: unknown): value is Progress => typeof value === 'object' && value !== null && 'done' in value && 'of' in value;

export function standingOf(job: Carrying, state: JobState): JobStanding {
  const { id = '', name, data, attemptsMade, progress, returnvalue, failedReason, finishedOn } = job;
  const { key, input, offeredAt, dismissedAt } = data;
  const hasEnded = state === 'done' || state === 'failed' || state === 'dismissed';
  return {
    id, kind: name, key, input, state, offeredAt,
    tries: attemptsMade + (state === 'running' ? 1 : 0),
    ...(state === 'later' ? { dueAt: instant((job.processedOn ?? job.timestamp) + job.delay) } : {}),
    ...(hasEnded && finishedOn ? { finishedAt: dismissedAt ?? instant(finishedOn) } : {}),
    ...(isProgress(progress) ? { progress } : {}),
    ...(state === 'done' && returnvalue ? { report: returnvalue } : {}),
    ...(failedReason && state !== 'done' ? { error: failedReason } : {}),
  };
}
