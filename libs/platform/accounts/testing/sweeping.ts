import { ada, type OpenOffice } from './open-office.js';

/** What is removed of its own accord, wherever accounts are kept. */
export function sweepingOf(open: OpenOffice): void {
  describe('sweeping', () => {
    it('takes away what nobody can use any more, and nothing else', async () => {
      const { accounts, pass } = await open();
      const old = await accounts.startSession(ada, 'auditor');
      pass(7 * 24 * 60 + 1);
      const [ended, link] = [await accounts.startSession(ada, 'auditor'), await accounts.invite(ada, 'join', { hours: 24 })];
      const form = await accounts.forms.keep({ path: '/', words: {} }, ada);
      for (let i = 0; i < 5; i += 1) await accounts.signIn('ada', 'wrong');
      pass(31);
      expect(await accounts.session(ended)).toMatchObject({ ended: 'idle' });
      await accounts.sweep();
      expect(await accounts.session(old)).toBeUndefined();
      expect(await accounts.session(ended)).toMatchObject({ ended: 'idle' });
      expect(await accounts.invitation(link)).toBeDefined();
      expect(await accounts.forms.find(form, ada)).toBeDefined();
    });
  });
}
