import type { Jobs } from '#platform/jobs';
import { offering } from './offering.js';
import { overtaking } from './overtaking.js';
import type { ContractParts } from './parts.js';
import { trying } from './trying.js';
import { watching } from './watching.js';

/** A queue that a suite may open several times over. */
export interface TestedQueue extends ContractParts {
  remove(): Promise<void>;
}

/** What every adapter of the jobs port must do. */
export function jobsContract(title: string, begin: () => Promise<TestedQueue>, suite: (title: string, parts: () => void) => void = describe): void {
  suite(title, () => {
    let queue: TestedQueue;
    const opened: Jobs[] = [];
    beforeEach(async () => void (queue = await begin()));
    afterEach(async () => {
      for (const jobs of opened.splice(0)) await jobs.close();
      await queue.remove();
    });
    const parts: ContractParts = {
      open: async (settings) => {
        const jobs = await queue.open(settings);
        opened.push(jobs);
        return jobs;
      },
      holding: () => queue.holding(),
    };
    offering(parts);
    trying(parts);
    watching(parts);
    overtaking(parts);
  });
}
