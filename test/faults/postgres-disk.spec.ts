import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore } from '#platform/event-store';
import { openPostgresEventStore } from '#platform/event-store-postgres';
import { checkLog } from '#platform/transparency';
import { anEvent, aRequest, countingTo, someEvents, stored, wholeLog } from '../../libs/platform/event-store/testing/tested-log.js';
import { everyEvent } from '../support/log-witness.js';
import { requireService } from '../support/require-service.js';
import { serverUser } from '../support/servers/postgres-programs.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

/** A disk of so many MiB at a folder; false where the tests may not make one. */
function smallDisk(folder: string, megabytes: number): boolean {
  const { uid, gid } = serverUser();
  try {
    mkdirSync(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,uid=${uid},gid=${gid},mode=700`, 'tmpfs', folder], { stdio: 'pipe' });
    return true;
  } catch {
    return false; // only root may mount, and not in every container
  }
}

requireService('postgres')('F2 the disk of a PostgreSQL server is full', () => {
  let postgres: PostgresServer;
  const stores: EventStore[] = [];
  beforeAll(async () => (postgres = await startPostgres()), 60_000);
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });
  afterAll(() => postgres.stop());

  async function open(address: string): Promise<EventStore> {
    const store = await openPostgresEventStore({ address });
    stores.push(store);
    return store;
  }

  /** Eight callers who append until somebody is refused. */
  async function fill(store: EventStore): Promise<{ acknowledged: string[]; faults: unknown[] }> {
    const [acknowledged, faults]: [string[], unknown[]] = [[], []];
    await Promise.all(countingTo(8).map(async () => {
      while (faults.length === 0) {
        const events = countingTo(20).map(() => anEvent('award-1', { data: { note: 'x'.repeat(1_500) } }));
        await store.append(aRequest(events)).then(() => acknowledged.push(...events.map(({ id }) => id)), (fault: unknown) => faults.push(fault));
      }
    }));
    return { acknowledged, faults };
  }

  test('it is said to be full, nothing acknowledged is lost, and the log works again when there is space', async () => {
    const folder = join(postgres.folder, 'small');
    const isSmall = smallDisk(folder, 48);
    try {
      if (!isSmall) chownSync(folder, serverUser().uid, serverUser().gid);
      await postgres.query(`CREATE TABLESPACE small LOCATION '${folder}'`);
      await postgres.query('CREATE DATABASE crowded TABLESPACE small');
      const address = postgres.address('crowded');
      const store = await open(address);
      // Where no small disk can be made, the server says by itself what it says when the kernel refuses a page.
      if (!isSmall) await postgres.query("CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT count(*) FROM tallystick_log.events) > 500 THEN RAISE 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END IF; RETURN NULL; END $$; CREATE TRIGGER full_disk AFTER INSERT ON tallystick_log.events EXECUTE FUNCTION full_disk()", address);
      const { acknowledged, faults } = await fill(store);
      expect(faults[0]).toMatchObject({ name: 'StoreFault', kind: 'disk-full', message: expect.stringMatching(/disk of the server is full\. Free some space/) });
      const ids = (await everyEvent(store)).map(({ id }) => id);
      expect(ids.toSorted()).toEqual(acknowledged.toSorted());
      expect(acknowledged.length).toBeGreaterThan(100);

      if (isSmall) execFileSync('mount', ['-o', 'remount,size=128m', folder]);
      else await postgres.query('DROP TRIGGER full_disk ON tallystick_log.events', address);
      expect(await stored(store, someEvents(3, 'award-1'))).toMatchObject({ first: ids.length + 1 });
      expect((await checkLog(store)).findings).toEqual([]);
    } finally {
      for (const store of stores.splice(0)) await store.close();
      await postgres.query('DROP DATABASE IF EXISTS crowded WITH (FORCE)');
      await postgres.query('DROP TABLESPACE IF EXISTS small');
      if (isSmall) execFileSync('umount', [folder]);
    }
  }, 120_000);

  test('F10 an older copy of the log is noticed by whoever has read on in the newer one', async () => {
    const address = await postgres.newDatabase();
    const store = await open(address);
    await stored(store, someEvents(5, 'award-1'));
    const older = await postgres.newDatabase();
    const copy = await open(older);
    await copy.receive(await store.readRecords({ after: 0, limit: 10 }));
    await stored(store, someEvents(2, 'award-1'));
    const { next } = await store.readAll({ after: 0, limit: 10 });
    expect(await wholeLog(copy)).toEqual((await wholeLog(store)).slice(0, 5));
    await expect(copy.readAll({ after: next, limit: 10 })).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/7 lies beyond the head of the log \(5\).*Rebuild/) });
  });
});
