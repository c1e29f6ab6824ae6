import { ada, ben, passphrase, type OpenOffice } from './open-office.js';

const chosen = { signInName: 'ada@example.org', displayName: 'Ada Example', passphrase };

/** What one-time links do, wherever accounts are kept. */
export function invitationsIn(open: OpenOffice): void {
  describe('an invitation', () => {
    it('lets whoever holds it choose how they sign in, once', async () => {
      const { accounts } = await open();
      const token = await accounts.invite(ada, 'join', { displayName: 'Ada E.', hours: 24 });
      expect(await accounts.invitation(token)).toEqual({ person: ada, purpose: 'join', displayName: 'Ada E.' });
      expect(await accounts.acceptInvitation(token, chosen)).toEqual({ ok: true, person: ada });
      expect(await accounts.nameOf(ada)).toBe('Ada Example');
      expect(await accounts.acceptInvitation(token, chosen)).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('was used') as string }] });
      expect(await accounts.invitation(token)).toBeUndefined();
    });

    it('of two who send it at once, one gets in', async () => {
      const { accounts } = await open();
      const token = await accounts.invite(ada, 'join', { hours: 24 });
      const both = await Promise.all([accounts.acceptInvitation(token, chosen), accounts.acceptInvitation(token, { ...chosen, signInName: 'other' })]);
      expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });

    it('is void after its time, and when another takes its place', async () => {
      const { accounts, pass } = await open();
      const first = await accounts.invite(ada, 'join', { hours: 1 });
      const second = await accounts.invite(ada, 'join', { hours: 1 });
      expect(await accounts.invitation(first)).toBeUndefined();
      pass(60);
      expect(await accounts.invitation(second)).toBeUndefined();
      expect((await accounts.acceptInvitation(second, chosen)).ok).toBe(false);
    });

    it('a new start voids the first administrator’s old link, whoever it was for', async () => {
      const { accounts } = await open();
      const old = await accounts.invite(ada, 'first-administrator', { hours: 24 });
      await accounts.invite(ben, 'first-administrator', { hours: 24 });
      expect(await accounts.invitation(old)).toBeUndefined();
    });

    it('turns down a name that is taken, however it is typed, and a passphrase that is too short', async () => {
      const { accounts, join: settle } = await open();
      await settle();
      const token = await accounts.invite(ben, 'join', { hours: 24 });
      expect(await accounts.acceptInvitation(token, { ...chosen, signInName: ' ADA@example.org' })).toMatchObject({ problems: [{ field: 'signInName' }] });
      expect(await accounts.acceptInvitation(token, { ...chosen, signInName: 'ben', passphrase: 'short' })).toMatchObject({ problems: [{ field: 'passphrase' }] });
      expect((await accounts.acceptInvitation(token, { ...chosen, signInName: 'ben' })).ok).toBe(true);
    });

    it('for a forgotten passphrase leaves the names as they are, and ends every session', async () => {
      const { accounts, join: settle } = await open();
      await settle();
      const session = await accounts.startSession(ada, 'auditor');
      const token = await accounts.invite(ada, 'reset', { hours: 1 });
      expect(await accounts.acceptInvitation(token, { signInName: '', displayName: '', passphrase: 'seven quiet harbours' })).toEqual({ ok: true, person: ada });
      expect(await accounts.signIn('ada@example.org', 'seven quiet harbours')).toEqual({ ok: true, person: ada });
      expect(await accounts.nameOf(ada)).toBe('Ada Example');
      expect(await accounts.session(session)).toMatchObject({ ended: 'signed-out' });
    });
  });
}
