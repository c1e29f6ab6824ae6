import { openAccessLog } from '#platform/access';
import { aLongAccessLog, anAccessLog, entry } from '../../libs/platform/access/testing/contract.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

requireService('postgres')('an access log on a PostgreSQL server', () => {
  let postgres: PostgresServer;
  beforeAll(async () => void (postgres = await startPostgres()));
  afterAll(() => postgres.stop());

  anAccessLog(async () => openAccessLog(await postgres.newDatabase()), 500);
  aLongAccessLog(async () => openAccessLog(await postgres.newDatabase()));

  it('is one log, whichever server writes and whichever reads', async () => {
    const address = await postgres.newDatabase();
    const servers = await Promise.all([openAccessLog(address), openAccessLog(address)] as const);
    await Promise.all(Array.from({ length: 50 }, (_, n) => servers[n % 2 === 0 ? 0 : 1].note(entry(n))));
    const pages = await Promise.all(servers.map((each) => each.read({ size: 100 })));
    expect(pages[0]?.entries).toHaveLength(50);
    expect(pages[1]).toEqual(pages[0]);
    await Promise.all(servers.map((each) => each.close()));
  });

  it('is never changed, not even by the user it belongs to', async () => {
    const address = await postgres.newDatabase();
    const log = await openAccessLog(address);
    await log.note(entry(1));
    for (const change of ["UPDATE office.access_entries SET actor = 'person:p9'", 'DELETE FROM office.access_entries', 'TRUNCATE office.access_entries']) {
      await expect(postgres.query(change, address)).rejects.toThrow('the access log is never changed');
    }
    expect((await log.read({ size: 10 })).entries).toEqual([entry(1)]);
    await log.close();
  });

  it('takes any character that a form may send', async () => {
    const log = await openAccessLog(await postgres.newDatabase());
    await log.note(entry(1, { because: 'O’Neill\0 “x” \u{1F600}' }));
    expect((await log.read({ size: 1 })).entries).toEqual([entry(1, { because: 'O’Neill\uFFFD “x” \u{1F600}' })]);
    await log.close();
  });

  it('refuses a note that cannot be written, and says why without the password', async () => {
    const log = await openAccessLog(await postgres.newDatabase());
    await postgres.kill9();
    const refusal = await log.note(entry(1)).then(() => undefined, (fault: unknown) => fault as Error);
    expect(refusal).toMatchObject({ name: 'StoreFault', kind: 'unreachable' });
    expect(refusal?.message).toContain(':…@127.0.0.1');
    await postgres.start();
    await log.note(entry(2));
    expect((await log.read({ size: 5 })).entries).toEqual([entry(2)]);
    await log.close();
  });
});
