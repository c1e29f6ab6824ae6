import { join } from 'node:path';
import type { Clock, EventStore } from '#platform/event-store';
import type { JobKind, Jobs } from '#platform/jobs';
import { openSqliteJobs } from '#platform/jobs-sqlite';
import type { Addresses } from './addresses.js';

export interface OpenJobs {
  readonly folder: string;
  readonly addresses: Pick<Addresses, 'jobs'>;
  readonly store: EventStore;
  readonly clock: Clock;
  readonly kinds: readonly JobKind[];
}

/** Jobs in the data folder, or in Redis where an address is set: what is not used is not loaded. */
export async function openJobs({ folder, addresses, store, clock, kinds }: OpenJobs): Promise<Jobs> {
  if (addresses.jobs === undefined) return openSqliteJobs({ file: join(folder, 'jobs.db'), kinds, clock });
  const { openBullmqJobs } = await import('#platform/jobs-bullmq');
  // Two logs may bear the same name in one Redis; no two begin with the same bytes at the same moment.
  const [first] = await store.readRecords({ after: 0, limit: 1 });
  return openBullmqJobs({ address: addresses.jobs, of: Buffer.from(first?.leaf ?? []).toString('hex'), kinds, clock });
}
