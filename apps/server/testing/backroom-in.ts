import type { JobStanding, JobState } from '#platform/jobs';
import type { OpenHouse } from './open-house.js';

const patienceMilliseconds = 30_000;

/** The newest job of a kind, once it stands like this. */
export async function backroomIn({ house: { backroom: { jobs } } }: OpenHouse, kind: string, state: JobState = 'done', isThat: (job: JobStanding) => boolean = () => true): Promise<JobStanding> {
  for (const until = performance.now() + patienceMilliseconds; performance.now() < until; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const found = (await jobs.list({ kind, states: [state] })).find(isThat);
    if (found) return found;
  }
  throw new Error(`No ${kind} is ${state}: ${JSON.stringify(await jobs.list())}`);
}
