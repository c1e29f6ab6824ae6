import { createHash } from 'node:crypto';
import { openPostgresViews } from '#platform/view-store-postgres';
import { append, boxesView, manyFillings } from '../../libs/platform/view-store/testing/boxes.js';
import { OpenedViews, type OpensDatabase } from '../../libs/platform/view-store/testing/opened-views.js';
import { viewStoreContract } from '../../libs/platform/view-store/testing/contract.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

requireService('postgres')('On a real server', () => {
  let postgres: PostgresServer;
  let address: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    address = await postgres.newDatabase();
  });
  afterAll(() => postgres.stop());

  /** Each name of a file is a schema here. */
  const opens: OpensDatabase = (file, onQuery) =>
    openPostgresViews({ address, schema: `views ${createHash('sha256').update(file).digest('hex').slice(0, 16)}`, connections: 4, ...(onQuery ? { onQuery } : {}) });

  it('is laid out once, however many processes come first together', async () => {
    const together = await Promise.all(Array.from({ length: 6 }, () => openPostgresViews({ address, schema: 'together' })));
    for (const each of together) expect(await each.books.selectFrom('builds').selectAll().execute()).toEqual([]);
    await Promise.all(together.map((each) => each.close()));
  });

  it('is refused when another version laid it out, and never says its password', async () => {
    const views = await openPostgresViews({ address, schema: 'other' });
    expect(views.place).toMatch(/^schema other of t_\w+ on 127\.0\.0\.1:\d+$/);
    await views.close();
    await postgres.query("COMMENT ON TABLE other.builds IS '99'", address);
    await expect(openPostgresViews({ address, schema: 'other' })).rejects.toThrow(/another version of Tallystick \(99.*DROP SCHEMA "other" CASCADE/);
  });

  it.each([
    ['an address that is none', () => 'postgres://tallystick:Geheim@nowhere:xx/db', 'invalid', /postgres:\/\/tallystick:…@nowhere:xx\/db" is no address/],
    ['a wrong password', () => postgres.address('postgres', { user: 'tallystick', password: 'Geheim' }), 'unreachable', /does not let this user in/],
    ['a database that is not there', () => postgres.address('nowhere'), 'unreachable', /no such database/],
    ['a server that is not there', () => 'postgres://tallystick:Geheim@127.0.0.1:1/db', 'unreachable', /no server answers there/],
  ])('%s is said to be the trouble, for an operator, and no password is repeated', async (_, address_, kind, message) => {
    const fault: unknown = await openPostgresViews({ address: address_() }).catch((problem: unknown) => problem);
    expect(fault).toMatchObject({ name: 'StoreFault', kind, message: expect.stringMatching(message) });
    expect((fault as Error).message).not.toMatch(/Geheim|only-for-tests/);
  });

  describe('with users who may do little', () => {
    const [one, other] = ['views_one', 'views_other'];
    const addressOf = (database: string, user: string): string => postgres.address(new URL(database).pathname.slice(1), { user, password: 'only-for-tests' });
    beforeAll(() => postgres.query([one, other].map((user) => `CREATE ROLE ${user} LOGIN PASSWORD 'only-for-tests'`).join('; ')));

    it('is laid out in a schema that was given to a user who may make none', async () => {
      const database = await postgres.newDatabase();
      await postgres.query(`CREATE SCHEMA given AUTHORIZATION ${one}`, database);
      const views = await openPostgresViews({ address: addressOf(database, one), schema: 'given' });
      expect(await views.books.selectFrom('builds').selectAll().execute()).toEqual([]);
      await views.close();
    });

    it('a worker whose backend another user may not look at is not thought gone, until it is', async () => {
      const database = await postgres.newDatabase();
      await (await openPostgresViews({ address: database, schema: 'shared' })).close();
      await postgres.query(`GRANT USAGE ON SCHEMA shared TO ${one}, ${other}; GRANT ALL ON ALL TABLES IN SCHEMA shared TO ${one}, ${other}`, database);
      const [worker, onlooker] = await Promise.all([one, other].map((user) => openPostgresViews({ address: addressOf(database, user), schema: 'shared' })));
      const me = (await worker?.signIn()) ?? '';
      expect(await onlooker?.isGone(me)).toBe(false);
      await worker?.close();
      for (let turn = 0; turn < 100 && !(await onlooker?.isGone(me)); turn += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await onlooker?.isGone(me)).toBe(true);
      await onlooker?.close();
    });
  });

  it('says that a worker is alive while indexes are made for a long time', async () => {
    const views = await openPostgresViews({ address, schema: 'slow' });
    const made = Promise.all(Array.from({ length: 4 }, () => views.make(['SELECT pg_sleep(1.5)'])));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const began = performance.now();
    await views.write(views.books.insertInto('workers').values({ worker: 'w', runs: '', beat: 0 }).compile());
    expect(performance.now() - began).toBeLessThan(1_000);
    await made;
    await views.close();
  });

  it('views that answer are kept up while the indexes of one that is made wait for a long time', async () => {
    const opened = new OpenedViews(opens);
    try {
      const store = opened.log();
      const views = await opened.started({ store, views: [boxesView('kept'), boxesView('made')] });
      await append(store, ...manyFillings(50));
      await views.caughtUp();
      await postgres.query("CREATE FUNCTION hold() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN IF current_query() LIKE '%made\\_\\_1\\_2\\_%index\\_1%' THEN PERFORM pg_sleep(1.5); END IF; END $$", address);
      await postgres.query("CREATE EVENT TRIGGER hold ON ddl_command_start WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION hold()", address);
      const rebuilt = views.rebuild(['made']);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const position = await append(store, ...manyFillings(3));
      expect(await views.waitFor(position, 1_000)).toBe(true);
      await rebuilt;
      expect(await views.caughtUp()).toBe(true);
      expect(await views.digest('made')).toMatchObject({ position });
    } finally {
      await postgres.query('DROP EVENT TRIGGER IF EXISTS hold', address);
      await opened.close();
    }
  });

  it('a server that dies while a schema is laid out is a fault to tell, and not the end of the process', async () => {
    const dying = await startPostgres();
    const { default: pg } = await import('pg');
    const holder = new pg.Client({ connectionString: dying.address() });
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('BEGIN; SELECT pg_advisory_xact_lock(7205759403)');
    const opening = openPostgresViews({ address: dying.address() }).then(() => 'opened', (fault: Error) => fault.message);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await dying.kill9();
    expect(await opening).toMatch(/Connection terminated/);
    await dying.stop();
  });

  viewStoreContract('Views in PostgreSQL', () => opens, 6);
});
