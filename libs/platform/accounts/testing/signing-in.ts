import { ada, passphrase, type OpenOffice } from './open-office.js';

/** What signing in does, wherever accounts are kept. */
export function signingInTo(open: OpenOffice): void {
  describe('signing in', () => {
    it('takes the name in any case and the passphrase as it is', async () => {
      const { accounts, join } = await open();
      await join();
      expect(await accounts.signIn(' Ada@Example.ORG ', passphrase)).toEqual({ ok: true, person: ada });
      expect(await accounts.signIn('ada@example.org', passphrase.toUpperCase())).toMatchObject({ ok: false, because: 'not-right' });
    });

    it('fails with the same answer for a name that nobody has', async () => {
      const { accounts } = await open();
      expect(await accounts.signIn('nobody', passphrase)).toMatchObject({ ok: false, because: 'not-right' });
    });

    it('tells the access log whose account it was, and only the access log', async () => {
      const { accounts, join } = await open();
      await join();
      expect(await accounts.signIn('ada@example.org', 'wrong')).toEqual({ ok: false, because: 'not-right', person: ada });
      expect(await accounts.signIn('nobody', 'wrong')).toEqual({ ok: false, because: 'not-right' });
    });

    it('fails where the invitation was not accepted yet', async () => {
      const { accounts } = await open();
      await accounts.invite(ada, 'join', { displayName: 'Ada', hours: 1 });
      expect(await accounts.signIn('', '')).toMatchObject({ ok: false, because: 'not-right' });
    });

    it.each(['ada@example.org', 'nobody'])('after five failures %s has to wait, twice as long each time, and then counts anew', async (name) => {
      const { accounts, join, pass } = await open();
      await join();
      for (let i = 0; i < 5; i += 1) expect(await accounts.signIn(name, 'wrong')).toMatchObject({ ok: false, because: 'not-right' });
      expect(await accounts.signIn(name, passphrase)).toMatchObject({ ok: false, because: 'wait', seconds: 15 });
      pass(0.25);
      expect(await accounts.signIn(name, 'wrong')).toMatchObject({ ok: false, because: 'not-right' });
      expect(await accounts.signIn(name, passphrase)).toMatchObject({ ok: false, because: 'wait', seconds: 30 });
      pass(0.5);
      expect((await accounts.signIn(name, passphrase)).ok).toBe(name !== 'nobody');
    });

    it('a hundred guesses at once are as many failures', async () => {
      const { accounts, join } = await open();
      await join();
      const came = await Promise.all(Array.from({ length: 20 }, () => accounts.signIn('ada@example.org', 'wrong')));
      expect(came.filter((each) => !each.ok && each.because === 'wait')).toHaveLength(15);
    });
  });

  describe('changing one’s passphrase', () => {
    it('takes the present one', async () => {
      const { accounts, join } = await open();
      await join();
      expect(await accounts.changePassphrase(ada, 'wrong', 'seven quiet harbours')).toMatchObject({ ok: false, problems: [{ field: 'current' }] });
      expect(await accounts.changePassphrase(ada, passphrase, 'short')).toMatchObject({ ok: false, problems: [{ field: 'passphrase' }] });
      expect(await accounts.changePassphrase(ada, passphrase, 'seven quiet harbours')).toEqual({ ok: true, person: ada });
      expect((await accounts.signIn('ada@example.org', passphrase)).ok).toBe(false);
      expect((await accounts.signIn('ada@example.org', 'seven quiet harbours')).ok).toBe(true);
    });
  });
}
