import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { toPerson } from '#kernel';
import { openAccounts, type Accounts } from '#platform/accounts';
import { openInstallation, type Installation } from '#platform/installation';
import type { JobStanding } from '#platform/jobs';
import { openLog } from '#platform/telemetry';
import { alarmsOf, askedNow, declarations, exportName, exportOf, markAt, openBackroom, readAttendanceSettings, upkeepOn, type Backroom } from './index.js';

/** A live installation in a folder of its own, whose clock a test puts where it likes. */
describe('attendance', () => {
  let folder: string;
  let now: string;
  let installation: Installation;
  let accounts: Accounts;
  let backroom: Backroom;
  const lines: string[] = [];
  const open = async (): Promise<void> => {
    installation = await openInstallation({ folder, declarations, clock: { now: () => now } });
    accounts = await openAccounts({ address: installation.addresses.accounts, clock: installation.clock });
    backroom = await openBackroom(installation);
  };
  const attend = (environment = {}): void => backroom.attend({ accounts, settings: readAttendanceSettings(environment), log: openLog({ level: 'info', part: 'worker', to: { write: (line) => void lines.push(line) } }) });
  const close = async (): Promise<void> => {
    await backroom.close();
    await accounts.close();
    await installation.close();
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tally-attendance-'));
    now = '2026-03-10T01:00:00.000Z';
    lines.length = 0;
    await open();
  });
  afterEach(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  const come = async (id: string, to: (job: JobStanding) => boolean): Promise<JobStanding> => {
    for (const until = performance.now() + 30_000; performance.now() < until; await new Promise((resolve) => setTimeout(resolve, 20))) {
      const job = await backroom.jobs.find(id);
      if (job && to(job)) return job;
    }
    throw new Error(`${id} did not come to that: ${JSON.stringify(await backroom.jobs.list())}`);
  };
  const ended = (id: string): Promise<JobStanding> => come(id, ({ state }) => state === 'done' || state === 'failed');
  const offered = async (job: Parameters<typeof backroom.jobs.offer>[0] | undefined): Promise<string> => {
    const came = job && (await backroom.jobs.offer(job));
    if (came?.outcome !== 'taken') throw new Error(JSON.stringify(came));
    return came.id;
  };

  it('checks by night, once a day, and says what the log is worth', async () => {
    now = '2026-03-10T03:00:00.000Z';
    attend();
    const { report } = await ended('nightly-check.2026-03-10');
    expect(report?.said).toMatch(/^\d+ events, their ledgers and views are in order\. Root [0-9a-f]{64}$/);
    const upkeep = await upkeepOn(backroom.shelf);
    expect(upkeep).toMatchObject({ lastGoodCheckAt: now, isLogBroken: false, check: { findings: [] } });
    expect(alarmsOf({ kind: 'live', upkeep, status: await backroom.jobs.status(), clock: installation.clock })).toEqual([]);
    expect(lines.map((line) => JSON.parse(line) as { msg: string; job?: string }).filter(({ job }) => job === 'nightly-check')).toMatchObject([{ msg: 'job done', attempt: 1 }]);
  });

  it('does not check a day twice when the queue has forgotten that it was done', async () => {
    now = '2026-03-10T03:00:00.000Z';
    attend();
    await ended('nightly-check.2026-03-10');
    await close();
    for (const name of readdirSync(folder).filter((each) => each.startsWith('jobs.db'))) rmSync(join(folder, name));
    await open();
    attend();
    expect((await ended('nightly-check.2026-03-10')).report?.said).toMatch(/^The day was checked at 2026-03-10T03:00/);
  });

  it('raises the alarm when a byte of the log was changed, and goes on raising it', async () => {
    await close();
    const log = new Database(join(folder, 'events.db'));
    log.exec("DROP TRIGGER IF EXISTS events_are_never_updated; UPDATE events SET record = replace(record, 'tallystick.local', 'tallystick.locaI') WHERE position = 1");
    log.close();
    await open();
    attend();
    const { report } = await ended(await offered(askedNow('nightly-check', installation.clock)));
    expect(report?.alarms?.[0]).toMatch(/^event @1: .*restore a backup/s);
    const upkeep = await upkeepOn(backroom.shelf);
    expect([upkeep.isLogBroken, upkeep.lastGoodCheckAt]).toEqual([true, undefined]);
    expect(alarmsOf({ kind: 'live', upkeep, status: await backroom.jobs.status(), clock: installation.clock })[0]).toMatch(/^event @1/);
  });

  it('backs up in its slot, reads the copy, and keeps the newest', async () => {
    const safe = join(folder, 'safe');
    attend({ BACKUP_FOLDER: safe, BACKUPS_KEPT: '2' });
    const first = await ended('back-up.2026-03-10%2000%3A00');
    expect(first.report?.said).toMatch(/tallystick-2026-03-10T010000Z\.db holds \d+ events\. Root [0-9a-f]{64}$/);
    writeFileSync(join(safe, 'somebody-elses.db'), 'not ours');
    for (const hour of [2, 3, 4]) {
      now = `2026-03-10T0${hour}:00:00.000Z`;
      await ended(await offered(askedNow('back-up', installation.clock)));
    }
    expect(readdirSync(safe).sort()).toEqual(['somebody-elses.db', 'tallystick-2026-03-10T030000Z.db', 'tallystick-2026-03-10T040000Z.db']);
    const copy = await openInstallation({ folder: join(folder, 'restored'), settings: { EVENT_STORE_URL: `sqlite:${join(safe, 'tallystick-2026-03-10T040000Z.db')}` }, declarations: { ...declarations, views: [], questions: [] } });
    expect((await copy.store.head()).position).toBe((await installation.store.head()).position);
    await copy.close();
    expect((await upkeepOn(backroom.shelf)).lastBackupAt).toBe(now);
  });

  it('backs up the files that answer questions, once for all backups, and raises the alarm when one is not as it was sent', async () => {
    const safe = join(folder, 'safe');
    attend({ BACKUP_FOLDER: safe });
    await ended('back-up.2026-03-10%2000%3A00');
    expect(readdirSync(safe)).not.toContain('tallystick-files.db');
    const sent = ['a plan', 'a deed'].map((words) => Buffer.from(words));
    for (const content of sent) await installation.files.put([content], { limit: 100 });
    const again = async () => ended(await offered(askedNow('back-up', installation.clock)));
    now = '2026-03-10T02:00:00.000Z';
    expect((await again()).report).toMatchObject({ said: expect.stringContaining('2 files are in tallystick-files.db, 2 of them new') as string });
    await installation.files.put([Buffer.from('a photograph')], { limit: 100 });
    now = '2026-03-10T03:00:00.000Z';
    expect((await again()).report?.said).toContain('3 files are in tallystick-files.db, 1 of them new');
    const kept = new Database(join(folder, 'files.db'));
    kept.exec("UPDATE file_pieces SET content = CAST('A plan' AS BLOB) WHERE content = CAST('a plan' AS BLOB); DELETE FROM file_pieces WHERE content = CAST('a deed' AS BLOB)");
    kept.close();
    now = '2026-03-10T04:00:00.000Z';
    expect((await again()).report?.alarms).toBeUndefined(); // the backup still has both as they were sent
    rmSync(join(safe, 'tallystick-files.db'));
    now = '2026-03-10T05:00:00.000Z';
    expect((await again()).report?.alarms).toHaveLength(2);
  });

  it('keeps a backup that cannot be written as a failure that says why', async () => {
    writeFileSync(join(folder, 'in-the-way'), 'a file, not a folder');
    attend({ BACKUP_FOLDER: join(folder, 'in-the-way') });
    expect((await come('back-up.2026-03-10%2000%3A00', ({ error }) => error !== undefined)).error).toMatch(/EEXIST|ENOTDIR/);
  });

  it('writes a journal for whoever asked, once, and it can be fetched', async () => {
    attend();
    const { position } = await installation.store.head();
    const job = exportOf({ format: 'csv', position, mark: await markAt(installation.store, position), knownAt: 'now', by: toPerson('ann') });
    const { id, report } = await ended(await offered(job));
    expect(report?.made).toBe(exportName(id));
    expect(await backroom.shelf.readWhole(exportName(id))).toMatch(/^Journal of,tallystick\.local\/log \(live\)\r?\n/);
    expect(await backroom.jobs.offer(job)).toMatchObject({ outcome: 'known', state: 'done' });
  });

  it('makes views again while they answer, and one that is not there is a failure at once', async () => {
    attend();
    expect((await ended(await offered(askedNow('rebuild-view', installation.clock, 'ledger')))).report?.said).toBe('ledger was made again');
    expect((await ended(await offered(askedNow('rebuild-view', installation.clock, 'nonsense')))).error).toMatch(/no view nonsense/);
    expect(askedNow('settle-duty', installation.clock)).toBeUndefined();
  });
});
