import { ada, passphrase, type OpenOffice } from './open-office.js';

/** What tokens and disabled accounts do, wherever accounts are kept. */
export function tokensAndDisabling(open: OpenOffice): void {
  describe('a token’s secret', () => {
    it('tells who speaks, until the end of its last day in London', async () => {
      const { accounts, pass } = await open();
      const secret = await accounts.keepToken(ada, 1, '2026-11-22');
      expect(await accounts.personOfToken(secret)).toEqual({ person: ada, number: 1 });
      expect(await accounts.personOfToken(`${secret}x`)).toBeUndefined();
      pass(38 * 60 + 59);
      expect(await accounts.personOfToken(secret)).toBeDefined();
      pass(1);
      expect(await accounts.personOfToken(secret)).toBeUndefined();
    });

    it('is given once for each token', async () => {
      const { accounts } = await open();
      await accounts.keepToken(ada, 1, '2026-12-31');
      await expect(accounts.keepToken(ada, 1, '2026-12-31')).rejects.toThrow(/unique/i);
    });
  });

  describe('an account that is disabled', () => {
    it('lets nobody in any more: by passphrase, session, link or token', async () => {
      const { accounts, join: settle } = await open();
      await settle();
      const [session, link, secret] = [await accounts.startSession(ada, 'auditor'), await accounts.invite(ada, 'reset', { hours: 1 }), await accounts.keepToken(ada, 1, '2026-12-31')];
      await accounts.disable(ada);
      expect(await accounts.signIn('ada@example.org', passphrase)).toMatchObject({ ok: false, because: 'not-right' });
      expect(await accounts.session(session)).toMatchObject({ ended: 'signed-out' });
      expect(await accounts.invitation(link)).toBeUndefined();
      expect(await accounts.personOfToken(secret)).toBeUndefined();
      expect(await accounts.session(await accounts.startSession(ada, 'auditor'))).toEqual({ ended: 'signed-out', person: ada });
      expect(await accounts.people()).toEqual([{ person: ada, displayName: 'Ada Example', signInName: 'ada@example.org', disabled: true }]);
    });
  });
}
