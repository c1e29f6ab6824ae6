import { ada, ben, type OpenOffice } from './open-office.js';

/** What sessions do, wherever accounts are kept. */
export function sessionsIn(open: OpenOffice): void {
  describe('who is signed in', () => {
    it('a session is found by its id, and says nothing else about itself in it', async () => {
      const { accounts } = await open();
      const id = await accounts.startSession(ada, 'auditor');
      expect(await accounts.session(id)).toMatchObject({ person: ada, role: 'auditor', startedAt: '2026-11-21T09:00:00.000Z' });
      expect(id).toMatch(/^[\w-]{43}$/);
      expect(await accounts.session('another')).toBeUndefined();
    });

    it('half an hour without a page ends it, and it is said why', async () => {
      const { accounts, pass } = await open();
      const id = await accounts.startSession(ada, 'auditor');
      pass(30);
      expect(await accounts.session(id)).toMatchObject({ role: 'auditor' });
      pass(30.01);
      expect(await accounts.session(id)).toEqual({ ended: 'idle', person: ada });
      pass(-30);
      expect(await accounts.session(id)).toEqual({ ended: 'idle', person: ada });
    });

    it('half a day ends it, however busy it was and whatever roles it changed to', async () => {
      const { accounts, pass } = await open();
      let id = await accounts.startSession(ada, 'auditor');
      for (let passed = 0; passed < 12 * 60; passed += 30) {
        pass(30);
        id = await accounts.changeRole(id, 'secretary');
        expect(await accounts.session(id)).toMatchObject({ role: 'secretary' });
      }
      pass(0.01);
      expect(await accounts.session(id)).toEqual({ ended: 'expired', person: ada });
    });

    it('counts those who are in, and nobody who left or was away for too long', async () => {
      const { accounts, pass } = await open();
      await accounts.startSession(ada, 'auditor');
      pass(31);
      const left = await accounts.startSession(ada, 'auditor');
      await accounts.startSession(ben, 'auditor');
      await accounts.endSession(left);
      expect(await accounts.openSessions()).toBe(1);
    });

    it('another role is another id, and the old one is worth nothing', async () => {
      const { accounts } = await open();
      const before = await accounts.startSession(ada, 'auditor');
      const after = await accounts.changeRole(before, 'secretary');
      expect(after).not.toBe(before);
      expect(await accounts.session(before)).toEqual({ ended: 'signed-out', person: ada });
      await expect(accounts.changeRole(before, 'auditor')).rejects.toThrow('has ended');
    });

    it('a person sees and ends their own sessions, and nobody else’s', async () => {
      const { accounts } = await open();
      const [here, there, bens] = [await accounts.startSession(ada, 'auditor'), await accounts.startSession(ada, 'secretary'), await accounts.startSession(ben, 'auditor')];
      const [own] = await accounts.sessionsOf(ben);
      await accounts.endSessionOf(ada, own?.handle ?? '');
      expect(await accounts.session(bens)).toMatchObject({ role: 'auditor' });
      const other = (await accounts.sessionsOf(ada)).find((each) => !each.isThis(here));
      await accounts.endSessionOf(ada, other?.handle ?? '');
      expect(await accounts.session(there)).toMatchObject({ ended: 'signed-out' });
      expect((await accounts.sessionsOf(ada)).map((each) => each.isThis(here))).toEqual([true]);
    });
  });
}
