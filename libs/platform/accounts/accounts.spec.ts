import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { systemClock } from '#platform/event-store';
import { openAccounts } from './open-accounts.js';
import { accountsIn, officesAt, sharedByServers } from './testing/contract.js';
import { ada, passphrase } from './testing/open-office.js';

const folder = mkdtempSync(join(tmpdir(), 'tallystick-accounts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const newFile = (): string => join(folder, `accounts-${(made += 1)}.db`);
const open = (file: string) => openAccounts({ address: `sqlite:${file}`, clock: systemClock });

describe('accounts in memory', () => {
  accountsIn(officesAt(() => 'sqlite::memory:'));
});

describe('accounts in a file', () => {
  sharedByServers(officesAt(() => `sqlite:${newFile()}`));
});

describe('the file of accounts', () => {
  it('belongs to its owner alone, outlives a restart and holds no secret', async () => {
    const file = newFile();
    const before = await open(file);
    const link = await before.invite(ada, 'join', { hours: 24 });
    await before.acceptInvitation(link, { signInName: 'ada@example.org', displayName: 'Ada Example', passphrase });
    const session = await before.startSession(ada, 'auditor');
    const secret = await before.keepToken(ada, 1, '2999-12-31');
    await before.close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(file, 'latin1');
    for (const each of [link, session, secret, passphrase]) expect(bytes.includes(each)).toBe(false);
    const after = await open(file);
    expect(await after.session(session)).toMatchObject({ person: ada, role: 'auditor' });
    await after.close();
  });

  it('of the version before is taken on with everybody in it', async () => {
    const file = newFile();
    const old = new SqliteDatabase(file);
    old.exec(`
      CREATE TABLE accounts (person TEXT PRIMARY KEY, sign_in_name TEXT, sign_in_key TEXT UNIQUE, display_name TEXT, passphrase TEXT, disabled INTEGER NOT NULL DEFAULT 0) STRICT;
      INSERT INTO accounts VALUES ('person:ada', 'ada', 'ada', 'Ada Example', 'x', 0);
    `);
    old.close();
    const accounts = await open(file);
    expect(await accounts.people()).toMatchObject([{ person: ada, displayName: 'Ada Example' }]);
    await accounts.close();
  });

  it('that cannot be opened is out of reach, and it is said what to look at', async () => {
    await expect(open(folder)).rejects.toMatchObject({ name: 'StoreFault', kind: 'unreachable', message: expect.stringContaining('who owns it') as string });
  });
});
