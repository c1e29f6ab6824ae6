import { systemClock } from '#platform/event-store';
import { keptFilesAt } from '#platform/kept-files';
import { bytesOf, keptFilesIn } from '../../libs/platform/kept-files/testing/contract.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

requireService('postgres')('files that are kept on a PostgreSQL server', () => {
  let postgres: PostgresServer;
  beforeAll(async () => void (postgres = await startPostgres()));
  afterAll(() => postgres.stop());
  keptFilesIn(() => postgres.newDatabase());

  it('are laid out once when servers start at the same time, beside whatever else the office holds', async () => {
    const address = await postgres.newDatabase();
    const servers = Array.from({ length: 6 }, () => keptFilesAt({ address, clock: systemClock }));
    const kept = await Promise.all(servers.map((files) => files.put([bytesOf(300_000)], { limit: 300_000 })));
    expect(new Set(kept.map(({ digest }) => digest)).size).toBe(1);
    expect(await postgres.query('SELECT count(*)::int AS files FROM office.files', address)).toEqual([{ files: 1 }]);
    expect(await postgres.query('SELECT count(*)::int AS pieces FROM office.file_pieces', address)).toEqual([{ pieces: 2 }]);
    await Promise.all(servers.map((each) => each.close()));
  });

  it('are there again by themselves after the server was killed, and what it cut off counts for nothing', async () => {
    const files = keptFilesAt({ address: await postgres.newDatabase(), clock: systemClock });
    const { digest } = await files.put([bytesOf(1_000)], { limit: 1_000 });
    const cut = (async function* () {
      yield bytesOf(300_000, 2);
      await postgres.kill9();
      yield bytesOf(300_000, 3);
    })();
    await expect(files.put(cut, { limit: 1_000_000 })).rejects.toMatchObject({ name: 'StoreFault', kind: 'unreachable' });
    await postgres.start();
    const intact = async (): Promise<boolean> => files.isIntact(digest).catch(() => false);
    for (const until = performance.now() + 20_000; !(await intact()) && performance.now() < until;) await new Promise((resolve) => setTimeout(resolve, 100));
    const kept: string[] = [];
    for await (const each of files.all()) kept.push(each.digest);
    expect(kept).toEqual([digest]);
    await files.close();
  }, 60_000);
});
