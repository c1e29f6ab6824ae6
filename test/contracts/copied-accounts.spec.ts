import { toPerson } from '#kernel';
import { copyAccounts, openAccounts, type Accounts } from '#platform/accounts';
import { systemClock } from '#platform/event-store';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

const ada = toPerson('ada');
const passphrase = 'hazel ferry nine lanterns';

requireService('postgres')('Accounts that move with their installation', () => {
  let postgres: PostgresServer;
  let folder: TemporaryFolder;
  beforeAll(async () => {
    postgres = await startPostgres();
    folder = await temporaryFolder();
  }, 60_000);
  afterAll(async () => {
    await postgres.stop();
    await folder.remove();
  });
  const file = (name: string): string => `sqlite:${folder.path(name)}`;
  async function at<T>(address: string, use: (accounts: Accounts) => Promise<T>): Promise<T> {
    const accounts = await openAccounts({ address, clock: systemClock });
    try {
      return await use(accounts);
    } finally {
      await accounts.close();
    }
  }

  test('let everybody in as before: by passphrase, session, link and token, on PostgreSQL and back in a file', async () => {
    const from = file('accounts.db');
    const known = await at(from, async (accounts) => {
      const link = await accounts.invite(ada, 'join', { displayName: 'Ada Example', hours: 24 });
      await accounts.acceptInvitation(link, { signInName: 'ada@example.org', displayName: 'Ada Example', passphrase });
      return {
        session: await accounts.startSession(ada, 'auditor'),
        secret: await accounts.keepToken(ada, 1, '2099-12-31'),
        link: await accounts.invite(toPerson('ben'), 'join', { displayName: 'Ben Example', hours: 24 }),
        people: await accounts.people(),
      };
    });
    let place = from;
    for (const next of [await postgres.newDatabase(), await postgres.newDatabase(), file('back.db')]) {
      await at(next, (accounts) => accounts.invite(toPerson('chief'), 'first-administrator', { hours: 1 })); // it was opened once
      expect(await copyAccounts(place, next)).toMatchObject({ accounts: 2, sessions: 1, tokens: 1, invitations: 1 });
      await at(next, async (accounts) => {
        expect(await accounts.people()).toEqual(known.people);
        expect(await accounts.session(known.session)).toMatchObject({ role: 'auditor' });
        expect(await accounts.personOfToken(known.secret)).toEqual({ person: ada, number: 1 });
        expect(await accounts.invitation(known.link)).toMatchObject({ person: toPerson('ben') });
        expect(await accounts.signIn('ada@example.org', passphrase)).toMatchObject({ ok: true });
      });
      place = next;
    }
  });

  test('never replace accounts that are there, and leave them as they were', async () => {
    const [from, to] = [file('one.db'), await postgres.newDatabase()];
    for (const [address, name] of [[from, 'Ada'], [to, 'Another']] as const) await at(address, (accounts) => accounts.rename(ada, name));
    await expect(copyAccounts(from, to)).rejects.toMatchObject({ kind: 'invalid', message: expect.stringMatching(/none is ever replaced/) });
    expect(await at(to, (accounts) => accounts.nameOf(ada))).toBe('Another');
  });
});
