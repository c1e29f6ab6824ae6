import type { Jobs } from '#platform/jobs';
import { openBullmqJobs } from '#platform/jobs-bullmq';
import { Held, standing, taken, testedKinds, until } from '../../libs/platform/jobs/testing/tested-jobs.js';
import { requireService } from '../support/require-service.js';
import { startRedis, type TestRedis } from '../support/servers/redis.js';

requireService('redis')('A Redis that fails', () => {
  let redis: TestRedis;
  const opened: Jobs[] = [];
  const open = (): Jobs => {
    const jobs = openBullmqJobs({ address: redis.address, of: 'tested', kinds: testedKinds, leaseMilliseconds: 1_000 });
    opened.push(jobs);
    return jobs;
  };
  beforeEach(async () => (redis = await startRedis()));
  afterEach(async () => {
    for (const jobs of opened.splice(0)) await jobs.close();
    await redis.stop();
  });

  it('is away: an offer says so within seconds, and what was offered in vain is taken when it is back, by a worker that nobody started anew', async () => {
    const [worker, desk] = [open(), open()];
    const held = new Held();
    held.go();
    worker.work({ remembered: held.handle });
    await standing(desk, await taken(desk, 'remembered', 'before'), 'done');
    await redis.kill9();
    const began = performance.now();
    const offered = await desk.offer({ kind: 'remembered', key: 'meanwhile' });
    expect(offered).toMatchObject({ outcome: 'away', trouble: expect.stringMatching(/^Redis is out of reach .*check REDIS_URL/) });
    expect(performance.now() - began).toBeLessThan(4_000);
    expect((await desk.status()).trouble).toMatch(/out of reach/);
    await expect(desk.list()).rejects.toMatchObject({ name: 'JobsAway' });
    await redis.restart();
    await until('it is taken again', async () => (await desk.offer({ kind: 'remembered', key: 'meanwhile' })).outcome !== 'away', 20_000);
    await until('it is done', () => held.ended.includes('meanwhile'), 20_000);
    expect((await desk.status()).trouble).toBeUndefined();
    // What was done before it died was flushed to its disk, so it is still known.
    expect(await desk.offer({ kind: 'remembered', key: 'before' })).toMatchObject({ outcome: 'known', state: 'done' });
  });

  it('is not there at the start: processes start all the same', async () => {
    await redis.kill9();
    const jobs = open();
    jobs.work({ remembered: async () => ({ said: 'done' }) });
    expect(await jobs.offer({ kind: 'remembered', key: '@1' })).toMatchObject({ outcome: 'away' });
    await redis.restart();
    await until('it is taken', async () => (await jobs.offer({ kind: 'remembered', key: '@1' })).outcome !== 'away', 20_000);
    await standing(jobs, 'remembered.%401', 'done');
  });

  it('hangs: an offer does not hang with it', async () => {
    const jobs = open();
    await jobs.offer({ kind: 'plain', key: '@1' });
    redis.freeze();
    try {
      expect(await jobs.offer({ kind: 'plain', key: '@2' })).toMatchObject({ outcome: 'away', trouble: expect.stringMatching(/no answer within 3 s/) });
    } finally {
      redis.thaw();
    }
    await until('it answers again', async () => (await jobs.offer({ kind: 'plain', key: '@2' })).outcome !== 'away');
  });

  it('is flushed in mid-run: what is offered again is taken again, and a worker goes on taking', async () => {
    const [worker, desk] = [open(), open()];
    const [held, free] = [new Held(), new Held()];
    free.go();
    worker.work({ long: held.handle, remembered: free.handle });
    await taken(desk, 'long', 'in hand');
    await until('it runs', () => held.begun.length === 1);
    await standing(desk, await taken(desk, 'remembered', '@1'), 'done');
    await redis.flush();
    expect(await desk.list()).toEqual([]);
    await standing(desk, await taken(desk, 'remembered', '@1'), 'done');
    expect(free.ended).toEqual(['@1', '@1']);
    held.go();
    await until('what was in hand has ended, though nobody remembers it', () => held.ended.length === 1);
    await taken(desk, 'long', 'after');
    await until('and the next was taken', () => held.ended.includes('after'), 20_000);
  });

  it('is away while a process is told to stop: it stops in time', async () => {
    const worker = open();
    const held = new Held();
    worker.work({ long: held.handle });
    await taken(worker, 'long', 'in hand');
    await until('it runs', () => held.begun.length === 1);
    await redis.kill9();
    const began = performance.now();
    await worker.drain(500);
    expect(performance.now() - began).toBeLessThan(6_000);
    expect(held.begun[0]?.signal.aborted).toBe(true);
  });
});
