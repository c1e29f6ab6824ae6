import type { Accounts } from '../open-accounts.js';
import { ada, ben, passphrase, type OpenOffice } from './open-office.js';

const chosen = { signInName: 'ada@example.org', displayName: 'Ada Example', passphrase };

/** What must hold when several servers share one office, whoever of them is asked. */
export function sharedByServers(open: OpenOffice): void {
  const two = async () => {
    const office = await open();
    return { ...office, servers: [office.accounts, await office.another()] as const };
  };

  describe('two servers over the same accounts', () => {
    it('let one of two in who send the same link at once', async () => {
      const { accounts, servers } = await two();
      const token = await accounts.invite(ada, 'join', { hours: 24 });
      const both = await Promise.all(servers.map((server, n) => server.acceptInvitation(token, { ...chosen, signInName: `ada${n}` })));
      expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });

    it('give one of two people the name that both choose at once', async () => {
      const { accounts, servers } = await two();
      const tokens = [await accounts.invite(ada, 'join', { hours: 24 }), await accounts.invite(ben, 'join', { hours: 24 })];
      const both = await Promise.all(servers.map((server, n) => server.acceptInvitation(tokens[n] ?? '', chosen)));
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toMatchObject({ problems: [{ field: 'signInName', message: expect.stringContaining('Somebody else') as string }] });
    });

    it('count guesses together: twenty at once are five tries', async () => {
      const { join, servers } = await two();
      await join();
      const came = await Promise.all(Array.from({ length: 20 }, (_, n) => servers[n % 2 === 0 ? 0 : 1].signIn('ada@example.org', 'wrong')));
      expect(came.filter((each) => !each.ok && each.because === 'wait')).toHaveLength(15);
    });

    it('know the same session: begun here, seen there, ended here', async () => {
      const { servers: [here, there] } = await two();
      const id = await here.startSession(ada, 'auditor');
      expect(await there.session(id)).toMatchObject({ person: ada, role: 'auditor' });
      const next = await there.changeRole(id, 'secretary');
      expect(await here.session(id)).toMatchObject({ ended: 'signed-out' });
      await here.endSession(next);
      expect(await there.session(next)).toMatchObject({ ended: 'signed-out' });
    });

    it('turn one session into one other when the role is changed on both at once', async () => {
      const { accounts, servers } = await two();
      const id = await accounts.startSession(ada, 'auditor');
      const both = await Promise.allSettled(servers.map((server) => server.changeRole(id, 'secretary')));
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await accounts.sessionsOf(ada)).toHaveLength(1);
    });

    it('bring a form back on another server than it was typed on', async () => {
      const { servers: [here, there] } = await two();
      const form = { path: '/awards/AW-2015-001/do/approve-award', words: { reason: 'Said “yes”\non Friday' } };
      expect(await there.forms.find(await here.forms.keep(form, ada), ada)).toEqual({ ...form, isOwn: true });
    });

    it('list people as before until somebody changes something, on whichever of them', async () => {
      const { servers: [accounts, other] } = await two();
      await accounts.rename(ada, 'Ada Example');
      const seen = await other.people();
      expect(await other.people()).toBe(seen);
      await accounts.rename(ada, 'Ada Other');
      expect(await other.people()).toMatchObject([{ displayName: 'Ada Other' }]);
      expect(await other.nameOf(ada)).toBe('Ada Other');
    });

    it('count together who knocks at their doors, and begin anew when the time is over', async () => {
      const { servers: [here, there], pass } = await two();
      const knocks = await Promise.all([here, there, here, there].map((server) => server.knock('from somewhere', 60_000)));
      expect(knocks.map(({ count }) => count).sort()).toEqual([1, 2, 3, 4]);
      expect(await here.knock('from elsewhere', 60_000)).toEqual({ count: 1, milliseconds: 60_000 });
      pass(0.5);
      expect(await there.knock('from somewhere', 60_000)).toEqual({ count: 5, milliseconds: 30_000 });
      pass(0.5);
      expect(await here.knock('from somewhere', 60_000)).toEqual({ count: 1, milliseconds: 60_000 });
    });

    it('give the secret of a token once', async () => {
      const { servers } = await two();
      const both = await Promise.allSettled(servers.map((server) => server.keepToken(ada, 1, '2026-12-31')));
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('lose nothing of what both do at once', async () => {
      const { accounts, servers } = await two();
      await Promise.all(Array.from({ length: 40 }, async (_, n) => work(servers[n % 2 === 0 ? 0 : 1], n)));
      expect(await accounts.sessionsOf(ben)).toHaveLength(40);
      expect((await accounts.people()).map(({ displayName }) => displayName)).toEqual([expect.stringMatching(/^Ben \d+$/)]);
    });
  });
}

/** Everything that writes, from many requests: none may wait for another for ever. */
async function work(accounts: Accounts, n: number): Promise<void> {
  await accounts.rename(ben, `Ben ${n}`);
  await accounts.invite(ben, 'join', { hours: 1 });
  await accounts.forms.keep({ path: '/', words: {} }, ben);
  await accounts.session(await accounts.startSession(ben, 'auditor'));
  await accounts.sweep();
}
