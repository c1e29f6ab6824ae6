import { openBullmqJobs } from '#platform/jobs-bullmq';
import { jobsContract } from '../../libs/platform/jobs/testing/contract.js';
import { testedKinds } from '../../libs/platform/jobs/testing/tested-jobs.js';
import { requireService } from '../support/require-service.js';
import { startRedis } from '../support/servers/redis.js';
import { SourceProcess } from '../support/source-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const worker = new URL('../support/jobs-worker.ts', import.meta.url);

jobsContract(
  'Jobs in Redis',
  async () => {
    const [redis, folder] = await Promise.all([startRedis(), temporaryFolder()]);
    return {
      open: async (settings) => openBullmqJobs({ ...settings, address: redis.address, of: 'tested', kinds: testedKinds, leaseMilliseconds: 1_000 }),
      holding: async () => new SourceProcess(folder.path('said'), worker, redis.address),
      remove: async () => {
        await redis.stop();
        await folder.remove();
      },
    };
  },
  requireService('redis'),
);
