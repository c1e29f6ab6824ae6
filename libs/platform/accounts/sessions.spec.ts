import { ada, ben, openOffice } from './testing/open-office.js';

describe('who is signed in', () => {
  it('a session is found by its id, and says nothing else about itself in it', () => {
    const { accounts } = openOffice();
    const id = accounts.startSession(ada, 'auditor');
    expect(accounts.session(id)).toMatchObject({ person: ada, role: 'auditor', startedAt: '2026-11-21T09:00:00.000Z' });
    expect(id).toMatch(/^[\w-]{43}$/);
    expect(accounts.session('another')).toBeUndefined();
  });

  it('half an hour without a page ends it, and it is said why', () => {
    const { accounts, pass } = openOffice();
    const id = accounts.startSession(ada, 'auditor');
    pass(30);
    expect(accounts.session(id)).toMatchObject({ role: 'auditor' });
    pass(30.01);
    expect(accounts.session(id)).toEqual({ ended: 'idle', person: ada });
    pass(-30);
    expect(accounts.session(id)).toEqual({ ended: 'idle', person: ada });
  });

  it('half a day ends it, however busy it was and whatever roles it changed to', () => {
    const { accounts, pass } = openOffice();
    let id = accounts.startSession(ada, 'auditor');
    for (let passed = 0; passed < 12 * 60; passed += 30) {
      pass(30);
      id = accounts.changeRole(id, 'secretary');
      expect(accounts.session(id)).toMatchObject({ role: 'secretary' });
    }
    pass(0.01);
    expect(accounts.session(id)).toEqual({ ended: 'expired', person: ada });
  });

  it('another role is another id, and the old one is worth nothing', () => {
    const { accounts } = openOffice();
    const before = accounts.startSession(ada, 'auditor');
    const after = accounts.changeRole(before, 'secretary');
    expect(after).not.toBe(before);
    expect(accounts.session(before)).toEqual({ ended: 'signed-out', person: ada });
    expect(() => accounts.changeRole(before, 'auditor')).toThrow('has ended');
  });

  it('a person sees and ends their own sessions, and nobody else’s', () => {
    const { accounts } = openOffice();
    const [here, there, bens] = [accounts.startSession(ada, 'auditor'), accounts.startSession(ada, 'secretary'), accounts.startSession(ben, 'auditor')];
    const [own] = accounts.sessionsOf(ben);
    accounts.endSessionOf(ada, own?.handle ?? '');
    expect(accounts.session(bens)).toMatchObject({ role: 'auditor' });
    const other = accounts.sessionsOf(ada).find((each) => !each.isThis(here));
    accounts.endSessionOf(ada, other?.handle ?? '');
    expect(accounts.session(there)).toMatchObject({ ended: 'signed-out' });
    expect(accounts.sessionsOf(ada).map((each) => each.isThis(here))).toEqual([true]);
  });
});
