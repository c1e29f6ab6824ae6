import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccounts } from '#platform/accounts';
import { openInstallation, type Installation } from '#platform/installation';
import { CannotSucceed, type JobStanding, type JobState } from '#platform/jobs';
import { openLog } from '#platform/telemetry';
import { askedNow, declarations, exportKind, exportName, openBackroom, readAttendanceSettings, type Backroom } from './index.js';

/** A queue that loses everything, as Redis may: what people asked for must be done all the same, and once. */
describe('what somebody asked for', () => {
  let folder: string;
  let installation: Installation;
  let backroom: Backroom;
  const open = async (): Promise<void> => {
    installation = await openInstallation({ folder, declarations });
    backroom = await openBackroom(installation);
  };
  const close = async (): Promise<void> => {
    await backroom.close();
    await installation.close();
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tally-asked-'));
    await open();
  });
  afterEach(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The queue is lost with all that it knew, and is looked after again. */
  const lost = async (): Promise<void> => {
    await close();
    for (const name of readdirSync(folder).filter((each) => each.startsWith('jobs.db'))) rmSync(join(folder, name));
    await open();
  };
  const attend = async (): Promise<void> => {
    const accounts = await openAccounts({ address: 'sqlite::memory:', clock: installation.clock });
    backroom.attend({ accounts, settings: readAttendanceSettings({ CHECK_AT: '23:59' }), log: openLog({ level: 'silent', part: 'worker' }) });
  };
  const stands = async (kind: string, state: JobState): Promise<JobStanding> => {
    for (const until = performance.now() + 30_000; performance.now() < until; await new Promise((resolve) => setTimeout(resolve, 20))) {
      const [found] = await backroom.jobs.list({ kind, states: [state] });
      if (found) return found;
    }
    throw new Error(`No ${kind} is ${state}: ${JSON.stringify(await backroom.jobs.list())}`);
  };
  /** A whole round of attending ends with what the calendar makes due. */
  const roundIsOver = async (): Promise<unknown> => stands('sweep', 'done');
  const ask = async (kind: string, view?: string) => {
    const job = askedNow(kind, installation.clock, view);
    return job && (await backroom.ask(job));
  };

  it('is done although the queue lost it before anybody began, and is not done again when the queue loses that, too', async () => {
    expect(await ask('nightly-check')).toMatchObject({ outcome: 'taken' });
    await lost();
    expect(await backroom.jobs.list()).toEqual([]);
    await attend();
    expect((await stands('nightly-check', 'done')).report?.said).toMatch(/are in order/);
    expect(await backroom.shelf.names('asked/')).toEqual([]);
    await lost();
    await attend();
    await roundIsOver();
    expect(await backroom.jobs.list({ kind: 'nightly-check' })).toEqual([]);
  });

  it('is let go with the job that failed', async () => {
    await ask('rebuild-view', 'ledger');
    backroom.jobs.work({ 'rebuild-view': () => Promise.reject(new CannotSucceed('The disk is full')) });
    const { id } = await stands('rebuild-view', 'failed');
    expect(await backroom.dismiss('rebuild-view.nothing')).toBe(false);
    expect(await backroom.dismiss(id)).toBe(true);
    await lost();
    await attend();
    await roundIsOver();
    expect(await backroom.jobs.list({ kind: 'rebuild-view' })).toEqual([]);
  });

  it('is a file that can still be fetched when the queue has forgotten that it was written', async () => {
    const { position } = await installation.store.head();
    const job = { kind: exportKind.name, key: 'ann csv', input: { format: 'csv', position, knownAt: 'now', by: 'ann' } };
    await backroom.ask(job);
    await attend();
    const { id } = await stands(exportKind.name, 'done');
    const text = await backroom.shelf.readWhole(exportName(id));
    await lost();
    await attend();
    expect(await stands(exportKind.name, 'done')).toMatchObject({ id, report: { said: 'It had been written before' } });
    expect(await backroom.shelf.readWhole(exportName(id))).toBe(text);
  });

  it('of a newer release waits for a worker of that release', async () => {
    await backroom.shelf.put('asked/shred.today', [JSON.stringify({ kind: 'shred', key: 'today' })], { type: 'application/json', days: 1 });
    await attend();
    await roundIsOver();
    expect(await backroom.shelf.names('asked/')).toEqual(['asked/shred.today']);
  });
});
