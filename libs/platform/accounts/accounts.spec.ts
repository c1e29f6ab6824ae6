import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#platform/event-store';
import { openAccounts } from './open-accounts.js';
import { ada, ben, openOffice, passphrase } from './testing/open-office.js';

const chosen = { signInName: 'ada@example.org', displayName: 'Ada Example', passphrase };

describe('an invitation', () => {
  it('lets whoever holds it choose how they sign in, once', async () => {
    const { accounts } = openOffice();
    const token = accounts.invite(ada, 'join', { displayName: 'Ada E.', hours: 24 });
    expect(accounts.invitation(token)).toEqual({ person: ada, purpose: 'join', displayName: 'Ada E.' });
    expect(await accounts.acceptInvitation(token, chosen)).toEqual({ ok: true, person: ada });
    expect(accounts.nameOf(ada)).toBe('Ada Example');
    expect(await accounts.acceptInvitation(token, chosen)).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('was used') as string }] });
    expect(accounts.invitation(token)).toBeUndefined();
  });

  it('of two who send it at once, one gets in', async () => {
    const { accounts } = openOffice();
    const token = accounts.invite(ada, 'join', { hours: 24 });
    const both = await Promise.all([accounts.acceptInvitation(token, chosen), accounts.acceptInvitation(token, { ...chosen, signInName: 'other' })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('is void after its time, and when another takes its place', async () => {
    const { accounts, pass } = openOffice();
    const first = accounts.invite(ada, 'join', { hours: 1 });
    const second = accounts.invite(ada, 'join', { hours: 1 });
    expect(accounts.invitation(first)).toBeUndefined();
    pass(60);
    expect(accounts.invitation(second)).toBeUndefined();
    expect((await accounts.acceptInvitation(second, chosen)).ok).toBe(false);
  });

  it('a new start voids the first administrator’s old link, whoever it was for', () => {
    const { accounts } = openOffice();
    const old = accounts.invite(ada, 'first-administrator', { hours: 24 });
    accounts.invite(ben, 'first-administrator', { hours: 24 });
    expect(accounts.invitation(old)).toBeUndefined();
  });

  it('turns down a name that is taken, however it is typed, and a passphrase that is too short', async () => {
    const { accounts, join: settle } = openOffice();
    await settle();
    const token = accounts.invite(ben, 'join', { hours: 24 });
    expect(await accounts.acceptInvitation(token, { ...chosen, signInName: ' ADA@example.org' })).toMatchObject({ problems: [{ field: 'signInName' }] });
    expect(await accounts.acceptInvitation(token, { ...chosen, signInName: 'ben', passphrase: 'short' })).toMatchObject({ problems: [{ field: 'passphrase' }] });
    expect((await accounts.acceptInvitation(token, { ...chosen, signInName: 'ben' })).ok).toBe(true);
  });

  it('for a forgotten passphrase leaves the names as they are, and ends every session', async () => {
    const { accounts, join: settle } = openOffice();
    await settle();
    const session = accounts.startSession(ada, 'auditor');
    const token = accounts.invite(ada, 'reset', { hours: 1 });
    expect(await accounts.acceptInvitation(token, { signInName: '', displayName: '', passphrase: 'seven quiet harbours' })).toEqual({ ok: true, person: ada });
    expect(await accounts.signIn('ada@example.org', 'seven quiet harbours')).toEqual({ ok: true, person: ada });
    expect(accounts.nameOf(ada)).toBe('Ada Example');
    expect(accounts.session(session)).toMatchObject({ ended: 'signed-out' });
  });
});

describe('a token’s secret', () => {
  it('tells who speaks, until the end of its last day in London', () => {
    const { accounts, pass } = openOffice();
    const secret = accounts.keepToken(ada, 1, '2026-11-22');
    expect(accounts.personOfToken(secret)).toEqual({ person: ada, number: 1 });
    expect(accounts.personOfToken(`${secret}x`)).toBeUndefined();
    pass(38 * 60 + 59);
    expect(accounts.personOfToken(secret)).toBeDefined();
    pass(1);
    expect(accounts.personOfToken(secret)).toBeUndefined();
  });

  it('is given once for each token', () => {
    const { accounts } = openOffice();
    accounts.keepToken(ada, 1, '2026-12-31');
    expect(() => accounts.keepToken(ada, 1, '2026-12-31')).toThrow();
  });
});

describe('an account that is disabled', () => {
  it('lets nobody in any more: by passphrase, session, link or token', async () => {
    const { accounts, join: settle } = openOffice();
    await settle();
    const [session, link, secret] = [accounts.startSession(ada, 'auditor'), accounts.invite(ada, 'reset', { hours: 1 }), accounts.keepToken(ada, 1, '2026-12-31')];
    accounts.disable(ada);
    expect(await accounts.signIn('ada@example.org', passphrase)).toMatchObject({ ok: false, because: 'not-right' });
    expect(accounts.session(session)).toMatchObject({ ended: 'signed-out' });
    expect(accounts.invitation(link)).toBeUndefined();
    expect(accounts.personOfToken(secret)).toBeUndefined();
    expect(accounts.people()).toEqual([{ person: ada, displayName: 'Ada Example', signInName: 'ada@example.org', disabled: true }]);
  });
});

describe('the file', () => {
  it('belongs to its owner alone, outlives a restart and holds no secret', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tallystick-accounts-'));
    const file = join(folder, 'accounts.db');
    const before = openAccounts({ file, clock: systemClock });
    const link = before.invite(ada, 'join', { hours: 24 });
    await before.acceptInvitation(link, chosen);
    const session = before.startSession(ada, 'auditor');
    const secret = before.keepToken(ada, 1, '2999-12-31');
    before.close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(file, 'latin1');
    for (const each of [link, session, secret, passphrase]) expect(bytes.includes(each)).toBe(false);
    const after = openAccounts({ file, clock: systemClock });
    expect(after.session(session)).toMatchObject({ person: ada, role: 'auditor' });
    after.close();
    rmSync(folder, { recursive: true });
  });
});
