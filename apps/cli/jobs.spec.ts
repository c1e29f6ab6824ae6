import { openBackroom, declarations } from '#attendance';
import { openInstallation } from '#platform/installation';
import { CannotSucceed } from '#platform/jobs';
import { liveOffice } from './testing/live-office.js';
import { desk } from './testing/typed.js';

describe('tally jobs', () => {
  const office = desk();
  beforeAll(async () => void (await liveOffice(office, {})));
  afterAll(() => office.clear());
  const listed = async () => (await office.type('jobs', '--json')).json<{ alarms: string[]; jobs: { id: string; kind: string; state: string }[] }>();

  /** A worker that fails at everything, and is gone again once it has. */
  const failingWorker = async (): Promise<void> => {
    const installation = await openInstallation({ folder: office.data, declarations });
    const backroom = await openBackroom(installation);
    backroom.jobs.work({ 'rebuild-view': () => Promise.reject(new CannotSucceed('The disk is full')) });
    while ((await backroom.jobs.status()).counts.failed === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await backroom.close();
    await installation.close();
  };

  it('says that there are none, and when nothing was checked yet', async () => {
    const { exit, out } = await office.type('jobs');
    expect([exit, out]).toEqual([0, expect.stringMatching(/Last check: none yet\nLast backup: none yet\nNo jobs\./)]);
  });

  it('asks for a job, which waits for a server or a worker, once', async () => {
    expect((await office.type('jobs', 'run', 'rebuild-view', '--view', 'ledger')).out).toMatch(/^rebuild-view\.ledger waits\. A server or a worker does it/);
    expect((await office.type('jobs', 'run', 'rebuild-view', '--view', 'ledger')).out).toMatch(/^rebuild-view\.ledger is waiting already/);
    expect((await listed()).jobs).toMatchObject([{ id: 'rebuild-view.ledger', state: 'waiting' }]);
  });

  it('shows what has failed and why, ends with 1, replays it and dismisses it', async () => {
    await failingWorker();
    const { exit, out } = await office.type('jobs');
    expect([exit, out]).toEqual([1, expect.stringMatching(/ALARM: One job has failed[\s\S]*rebuild-view\.ledger +failed[\s\S]*The disk is full/)]);
    expect((await office.type('jobs', 'replay', 'rebuild-view.ledger')).exit).toBe(0);
    expect((await listed()).jobs).toMatchObject([{ state: 'waiting' }]);
    expect((await office.type('jobs', 'replay', 'rebuild-view.ledger')).exit).toBe(1);
    await failingWorker();
    expect((await office.type('jobs', 'dismiss', 'rebuild-view.ledger')).exit).toBe(0);
    expect((await listed()).alarms).toEqual([]);
  });

  it.each([
    [['run', 'nightly-chek'], /no job "nightly-chek".*nightly-check/],
    [['run', 'settle-duty'], /comes of the log/],
    [['run', 'rebuild-view', '--view', 'legder'], /no view "legder".*ledger/],
    [['replay', 'nothing.1'], /no failed job nothing\.1/],
  ])('refuses %j and says what to write', async (words, message) => {
    const { exit, err } = await office.type('jobs', ...words);
    expect([exit === 0, err]).toEqual([false, expect.stringMatching(message)]);
  });
});
