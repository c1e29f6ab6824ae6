import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toPerson } from '#kernel';
import { roleTable } from '#platform/access';
import { openAccounts } from '#platform/accounts';
import { openInstallation, type Declarations, type Installation } from '#platform/installation';
import { jobIdOf } from '#platform/jobs';
import { openLog } from '#platform/telemetry';
import { declarations, exportOf, markAt, openBackroom, readAttendanceSettings } from './index.js';
import { lapse, lapseUnsigned, make, offer } from './testing/offers.js';

const declared = {
  ...declarations, streams: [...declarations.streams, offer], commands: [make, lapse] as unknown as Declarations['commands'], views: [], questions: [], workflows: [lapseUnsigned], assertions: [],
  authority: roleTable({ manager: ['agreement:offer'], clockwork: ['agreement:lapse'] }),
};

/** The queue and the shelf of an installation outlive its log: what they remember may never have happened. */
describe('an older copy of the log under a queue that remembers', () => {
  let folder: string;
  let installation: Installation;
  const clock = { now: () => '2026-03-10T01:00:00.000Z' };
  const open = async () => (installation = await openInstallation({ folder, declarations: declared, clock }));
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tally-restored-'));
    await open();
  });
  afterEach(async () => {
    await installation.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Attends until the offer has lapsed, in the time that the first round takes, and returns whether it has. */
  async function attended(): Promise<boolean> {
    const accounts = await openAccounts({ address: installation.addresses.accounts, clock });
    const backroom = await openBackroom(installation);
    backroom.attend({ accounts, settings: readAttendanceSettings({}), log: openLog({ level: 'silent', part: 'worker' }) });
    const job = jobIdOf('settle-duty', `lapse-unsigned/a ${(await installation.store.readStream('offer-a')).events[0]?.id ?? ''}`);
    const hasLapsed = async () => (await installation.store.readStream('offer-a')).version === 2;
    for (let turn = 0; turn < 100 && !((await hasLapsed()) && (await backroom.jobs.find(job))?.state === 'done'); turn += 1) await new Promise((resolve) => setTimeout(resolve, 30));
    await backroom.close();
    await accounts.close();
    return hasLapsed();
  }
  async function restored(backup: string): Promise<void> {
    await installation.close();
    for (const name of readdirSync(folder).filter((each) => each.startsWith('events.db'))) rmSync(join(folder, name));
    renameSync(backup, join(folder, 'events.db'));
    await open();
  }

  it('a duty that is done in the queue and not in the log is done again', async () => {
    await installation.engine.run(make, { offer: 'a', until: '2026-03-01' }, { actor: toPerson('ann'), role: 'manager' });
    const backup = join(folder, 'backup.db');
    await installation.store.backup(backup);
    expect(await attended()).toBe(true);
    await restored(backup);
    expect((await installation.store.readStream('offer-a')).version).toBe(1);
    expect(await attended()).toBe(true);
  });

  it('a journal of the history that was lost is not handed out for the one that took its place', async () => {
    const backup = join(folder, 'backup.db');
    await installation.store.backup(backup);
    const asked = async (name: string) => {
      await installation.engine.run(make, { offer: name, until: '2027-03-01' }, { actor: toPerson('ann'), role: 'manager' });
      const { position } = await installation.store.head();
      return exportOf({ format: 'csv', position, mark: await markAt(installation.store, position), knownAt: 'now', by: toPerson('ann') });
    };
    const before = await asked('a');
    await restored(backup);
    const after = await asked('b');
    expect(after.input).toEqual(before.input);
    expect(after.key).not.toBe(before.key);
  });
});
