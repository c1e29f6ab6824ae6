import { idleLimit, Sessions, wholeLimit } from './sessions.js';

function office() {
  let now = Date.parse('2026-11-02T09:00:00.000Z');
  const sessions = new Sessions({ now: () => new Date(now).toISOString() });
  return { sessions, pass: (milliseconds: number) => void (now += milliseconds) };
}

describe('who is signed in', () => {
  it('a session is found by its id, and says nothing else about itself in it', () => {
    const { sessions } = office();
    const { id } = sessions.begin('auditor', undefined);
    expect(sessions.find(id)).toMatchObject({ role: 'auditor', actor: 'person:demo-auditor' });
    expect(id).toMatch(/^[\w-]{43}$/);
    expect(sessions.find('another')).toBeUndefined();
  });

  it('signing in gives a new id and ends the old one, so that an id known before is worth nothing', () => {
    const { sessions } = office();
    const first = sessions.begin('auditor', undefined);
    const second = sessions.begin('finance-officer', first.id);
    expect(second.id).not.toBe(first.id);
    expect(sessions.find(first.id)).toBeUndefined();
  });

  it('half an hour without a page ends it', () => {
    const { sessions, pass } = office();
    const { id } = sessions.begin('auditor', undefined);
    pass(idleLimit);
    expect(sessions.find(id)).toBeDefined();
    pass(idleLimit + 1);
    expect(sessions.find(id)).toBeUndefined();
  });

  it('half a day ends it, however busy it was', () => {
    const { sessions, pass } = office();
    const { id } = sessions.begin('auditor', undefined);
    for (let passed = 0; passed < wholeLimit; passed += idleLimit) {
      pass(idleLimit);
      expect(sessions.find(id)).toBeDefined();
    }
    pass(1);
    expect(sessions.find(id)).toBeUndefined();
  });

  it('signing out ends it', () => {
    const { sessions } = office();
    const { id } = sessions.begin('auditor', undefined);
    sessions.end(id);
    expect(sessions.find(id)).toBeUndefined();
  });
});
