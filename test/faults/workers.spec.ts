import { readdirSync } from 'node:fs';
import { askedNow, declarations, exportName, exportOf, openBackroom, upkeepOn, type Backroom } from '#attendance';
import { toPerson } from '#kernel';
import { openInstallation, type Installation } from '#platform/installation';
import { until } from '../../libs/platform/jobs/testing/tested-jobs.js';
import { requireService } from '../support/require-service.js';
import { startRedis, type TestRedis } from '../support/servers/redis.js';
import { SourceProcess } from '../support/source-process.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

const script = new URL('../support/worker.ts', import.meta.url);

/** Two workers and a desk that offers, over one log, with jobs in Redis: processes of their own, which can be killed. */
requireService('redis')('Workers that are killed, beside a Redis that is flushed', () => {
  let redis: TestRedis;
  let folder: TemporaryFolder;
  let desk: Installation;
  let backroom: Backroom;
  const running: SourceProcess<object>[] = [];
  const start = async (): Promise<SourceProcess<object>> => {
    const environment = { TALLYSTICK_DATA: folder.path('data'), REDIS_URL: redis.address, BACKUP_FOLDER: folder.path('safe'), CHECK_AT: '00:00', LOG_LEVEL: 'silent', JOBS_DRAIN_SECONDS: '5' };
    const worker = new SourceProcess<object>(folder.path(`said-${running.length}`), script, JSON.stringify(environment));
    running.push(worker);
    await worker.hasBegun();
    return worker;
  };
  beforeEach(async () => {
    [redis, folder] = await Promise.all([startRedis(), temporaryFolder()]);
    desk = await openInstallation({ folder: folder.path('data'), settings: { REDIS_URL: redis.address }, declarations });
    backroom = await openBackroom(desk);
  });
  afterEach(async () => {
    for (const worker of running.splice(0)) await worker.kill();
    await backroom.close();
    await desk.close();
    await redis.stop();
    await folder.remove();
  });

  const done = async (): Promise<readonly string[]> => (await backroom.jobs.list({ states: ['done'] })).map(({ kind }) => kind).sort();
  const daily = ['back-up', 'nightly-check', 'sweep'];
  const backups = (): readonly string[] => readdirSync(folder.path('safe')).filter((name) => name.endsWith('.db'));

  it('what the day makes due is done once, and derived again when the queue has forgotten it, without being done twice', async () => {
    const [doomed, staying] = [await start(), await start()];
    await until('the day is attended to', async () => (await done()).join() === daily.join(), 60_000);
    const first = await upkeepOn(backroom.shelf);
    expect([first.check?.findings, backups()]).toEqual([[], [expect.stringMatching(/^tallystick-/)]]);

    await doomed.kill();
    await redis.flush();
    expect(await done()).toEqual([]);
    await start(); // derives at once; the one that stays would within a minute
    await until('the day is derived again', async () => (await done()).join() === daily.join(), 60_000);
    expect((await backroom.jobs.list({ kind: 'back-up' }))[0]?.report?.said).toMatch(/^There is one already/);
    expect(await upkeepOn(backroom.shelf)).toEqual(first);
    expect(backups()).toHaveLength(1);
    expect(await staying.stop()).toBe(0);
  }, 180_000);

  it('what somebody asked for is done although the queue forgot it before any worker saw it', async () => {
    const job = askedNow('nightly-check', desk.clock);
    expect(job && (await backroom.ask(job))).toMatchObject({ outcome: 'taken' });
    await redis.flush();
    expect(await backroom.jobs.list()).toEqual([]);
    await start();
    await until('it is done', async () => (await backroom.jobs.list({ states: ['done'], kind: 'nightly-check' })).some(({ key }) => key === job?.key), 60_000);
    expect(await backroom.shelf.names('asked/')).toEqual([]);
  }, 120_000);

  it('a journal that a worker had in hand when it was killed is written by the other', async () => {
    const [one, other] = [await start(), await start()];
    const { position } = await desk.store.head();
    const ids: string[] = [];
    for (let at = 1; at <= position; at += 1) {
      const offered = await backroom.jobs.offer(exportOf({ format: 'json', position: at, mark: 'tested', knownAt: `@${at}`, by: toPerson('ann') }));
      if (offered.outcome === 'taken') ids.push(offered.id);
    }
    await until('one is being written', async () => (await backroom.jobs.list({ states: ['running', 'done'], kind: 'export-journal' })).length > 0, 60_000);
    await one.kill();
    await until('all are written', async () => (await backroom.jobs.list({ states: ['done'], kind: 'export-journal' })).length === ids.length, 120_000);
    for (const [index, id] of ids.entries()) expect(JSON.parse((await backroom.shelf.readWhole(exportName(id))) ?? '{}')).toMatchObject({ position: index + 1 });
    expect(await other.stop()).toBe(0);
  }, 240_000);
});
