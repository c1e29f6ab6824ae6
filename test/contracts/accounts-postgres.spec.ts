import { openAccounts } from '#platform/accounts';
import { systemClock } from '#platform/event-store';
import { accountsIn, officesAt, sharedByServers } from '../../libs/platform/accounts/testing/contract.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';

requireService('postgres')('accounts on a PostgreSQL server', () => {
  let postgres: PostgresServer;
  beforeAll(async () => void (postgres = await startPostgres()));
  afterAll(() => postgres.stop());
  const offices = officesAt(() => postgres.newDatabase());
  const unreachable = (fault: Error): undefined => void expect(fault).toMatchObject({ name: 'StoreFault', kind: 'unreachable' });
  const open = (address: string) => openAccounts({ address, clock: systemClock });

  accountsIn(offices);
  sharedByServers(offices);

  it('are laid out once when eight servers start at the same time', async () => {
    const address = await postgres.newDatabase();
    const servers = await Promise.all(Array.from({ length: 8 }, () => open(address)));
    expect(await postgres.query('SELECT "of", steps FROM office.layout', address)).toEqual([{ of: 'accounts', steps: 1 }]);
    await Promise.all(servers.map((each) => each.close()));
  });

  it('take a user who may make no schema, where one was made for them', async () => {
    const address = await postgres.newDatabase();
    await postgres.query("CREATE ROLE clerk LOGIN PASSWORD 'clerk'; CREATE SCHEMA office AUTHORIZATION clerk", address);
    const accounts = await open(address.replace(/\/\/[^@]*@/, '//clerk:clerk@'));
    expect(await accounts.people()).toEqual([]);
    await accounts.close();
  });

  it('answer any character that somebody types as a name or sends in an address', async () => {
    const accounts = await open(await postgres.newDatabase());
    expect(await accounts.signIn('ada\0', 'wrong\0')).toMatchObject({ ok: false, because: 'not-right' });
    expect(await accounts.forms.find('\0', 'person:ada' as never)).toBeUndefined();
    await accounts.close();
  });

  it('are there again by themselves after the server was killed', async () => {
    const accounts = await open(await postgres.newDatabase());
    const id = await accounts.startSession('person:ada' as never, 'auditor');
    await postgres.kill9();
    await expect(accounts.session(id)).rejects.toMatchObject({ name: 'StoreFault', kind: 'unreachable' });
    await postgres.start();
    let found: unknown;
    for (const until = performance.now() + 20_000; found === undefined && performance.now() < until; ) found = await accounts.session(id).catch(unreachable);
    expect(found).toMatchObject({ role: 'auditor' });
    await accounts.close();
  }, 60_000);

  it('say which server they did not find, without the password', async () => {
    const fault = await open('postgres://ann:hunter2@127.0.0.1:1/grants').then(() => undefined, (problem: unknown) => problem as Error);
    expect(fault).toMatchObject({ name: 'StoreFault', kind: 'unreachable', message: expect.stringContaining('postgres://ann:…@127.0.0.1:1/grants') as string });
    expect(JSON.stringify([fault?.message, fault?.stack, String(fault?.cause)])).not.toContain('hunter2');
  });
});
