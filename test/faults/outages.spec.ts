import { startCluster } from '../campaigns/outages/cluster.js';
import { serverKilled, workerKilled } from '../campaigns/outages/process-faults.js';
import { playScene } from '../campaigns/outages/scene.js';
import { cutAfterCommit, postgresKilled, redisFlushed } from '../campaigns/outages/service-faults.js';
import { requireService } from '../support/require-service.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

const sizes = { officers: 10, managers: 6, tokensEach: 6 };
const takeoverMs = 10_000;

/** What `npm run campaign:outages` does for ten minutes with every fault there is, once and with five of them. */
requireService('postgres')('two servers and two workers over PostgreSQL and Redis', () => {
  requireService('redis')('that break one after the other under load', () => {
    let folder: TemporaryFolder;
    beforeEach(async () => (folder = await temporaryFolder()));
    afterEach(() => folder.remove());

    test('keep every acknowledged command, once and as it was said, spend no fund beyond its last pound, and end with the views that a rebuild makes', async () => {
      const faults = [serverKilled, workerKilled, postgresKilled, redisFlushed, cutAfterCommit];
      const { rounds, ending } = await playScene(await startCluster(folder.path('cluster')), { sizes, next: () => faults.shift() });
      expect(ending.complaints).toEqual([]);
      expect(rounds.map(({ lost, doubled }) => [...lost, ...doubled])).toEqual([[], [], [], [], []]);
      expect(rounds.filter(({ acknowledged }) => acknowledged === 0)).toEqual([]); // or nothing was at stake
      expect(ending.fundsSpent).toBeGreaterThan(0);
      const worker = rounds.find(({ fault }) => fault === workerKilled.name);
      expect(worker?.viewsMs).toBeLessThan(takeoverMs);
    }, 180_000);
  });
});
