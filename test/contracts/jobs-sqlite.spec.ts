import { openSqliteJobs } from '#platform/jobs-sqlite';
import { jobsContract } from '../../libs/platform/jobs/testing/contract.js';
import { testedKinds } from '../../libs/platform/jobs/testing/tested-jobs.js';
import { SourceProcess } from '../support/source-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const worker = new URL('../support/jobs-worker.ts', import.meta.url);

jobsContract('Jobs in an SQLite file', async () => {
  const folder = await temporaryFolder();
  const file = folder.path('jobs.db');
  return {
    open: async (settings) => openSqliteJobs({ ...settings, file, kinds: testedKinds, lookMilliseconds: 25, leaseMilliseconds: 400 }),
    holding: async () => new SourceProcess(folder.path('said'), worker, `sqlite:${file}`),
    remove: () => folder.remove(),
  };
});
