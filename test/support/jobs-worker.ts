/**
 * A process that takes jobs and never ends one, until it is killed: `jobs-worker.ts <address>`, where the address is
 * `sqlite:<file>` or `redis://…`. It says a line for each job that it has in hand.
 */
import { writeSync } from 'node:fs';
import { openBullmqJobs } from '#platform/jobs-bullmq';
import { openSqliteJobs } from '#platform/jobs-sqlite';
import { testedKinds } from '../../libs/platform/jobs/testing/tested-jobs.js';

const [address = ''] = process.argv.slice(2);
const jobs = address.startsWith('sqlite:')
  ? openSqliteJobs({ file: address.slice('sqlite:'.length), kinds: testedKinds, lookMilliseconds: 25, leaseMilliseconds: 400 })
  : openBullmqJobs({ address, of: 'tested', kinds: testedKinds, leaseMilliseconds: 1_000 });
const hold = (_: unknown, { id }: { readonly id: string }): Promise<never> => {
  writeSync(1, `${JSON.stringify({ id })}\n`);
  return new Promise(() => undefined);
};
jobs.work({ remembered: hold });
