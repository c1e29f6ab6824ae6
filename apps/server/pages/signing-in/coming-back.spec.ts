import supertest from 'supertest';
import { openHouse, signedIn, type OpenHouse } from '../../testing/open-house.js';

const form = '/awards/AW-2014-041/do/approve-award';
const typed = {
  ceiling: '19,500.00', 'authority.kind': 'delegated', 'authority.delegated.body': 'lead-members', 'authority.delegated.minute': 'LM 7 “kept”', 'on-day': '5', 'on-month': '10', 'on-year': '2015', _key: 'kept-1',
};

describe('a session that ended while somebody was typing', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const headOf = async () => (await house.house.store.head()).position;
  const sendAfterTheEnd = async () => {
    const agent = await signedIn(house, 'programme-manager');
    for (const { handle } of await house.house.accounts.sessionsOf('person:demo-programme-manager' as never)) await house.house.accounts.endSessionOf('person:demo-programme-manager' as never, handle);
    const { status, headers } = await agent.post(form).type('form').send(typed);
    return { agent, status, location: headers['location'] ?? '' };
  };

  it('leads to the sign-in, which says that nothing is lost, and back to the form as it was left', async () => {
    const before = await headOf();
    const { agent, status, location } = await sendAfterTheEnd();
    expect(status).toBe(303);
    expect(location).toMatch(/^\/sign-in\?back=/);
    const asked = await agent.get(location);
    expect(asked.text).toContain('What you typed is kept');
    const back = new URL(location, 'http://x').searchParams.get('back') ?? '';
    const signed = await agent.post('/sign-in').type('form').send({ role: 'programme-manager', back });
    expect(signed.headers['location']).toBe(back);
    const again = await agent.get(back);
    expect(again.status).toBe(200);
    for (const value of ['19,500.00', 'LM 7 “kept”', 'kept-1']) expect(again.text).toContain(`value="${value}"`);
    expect(again.text).toContain('Nothing has been done with it yet');
    // Nobody pressed the button again, so nothing was done.
    expect(await headOf()).toBe(before);
  });

  it('shows it to nobody else who signs in there', async () => {
    const { location } = await sendAfterTheEnd();
    const back = new URL(location, 'http://x').searchParams.get('back') ?? '';
    const second = supertest.agent(house.http);
    await second.post('/sign-in').type('form').send({ second: 'programme-manager' });
    const { text } = await second.get(back);
    expect(text).not.toContain('19,500.00');
    expect(text).toContain('typed by somebody else');
  });

  it('a passphrase that was typed is never kept', async () => {
    const { headers } = await supertest(house.http).post('/account/passphrase').type('form').send({ current: 'x', passphrase: 'y', again: 'y' });
    expect(headers['location']).toBe('/sign-in');
  });
});

describe('two tabs', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('the second is told what the first did, keeps what was typed, and does it when sent again', async () => {
    const manager = await signedIn(house, 'programme-manager');
    const fieldsOf = (text: string) => Object.fromEntries([...text.matchAll(/name="(_key|_seen)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    const withdraw = '/awards/AW-2014-041/do/withdraw-award';
    const [one, two] = [fieldsOf((await manager.get(form)).text), fieldsOf((await manager.get(withdraw)).text)];
    const done = await manager.post(form).type('form').send({ ...typed, ...one });
    expect(done.status).toBe(303);
    const words = { reason: 'They asked for it', withdrawnBy: 'recipient', 'on-day': '6', 'on-month': '10', 'on-year': '2015' };
    const before = (await house.house.store.head()).position;
    const stale = await manager.post(withdraw).type('form').send({ ...words, ...two });
    expect(stale.status).toBe(412);
    expect(stale.text).toContain('Something happened here since you opened this form');
    expect(stale.text).toMatch(/New since you opened this form[\s\S]*approved up to £19,500\.00/);
    expect(stale.text).toContain('They asked for it');
    expect((await house.house.store.head()).position).toBe(before);
    const again = await manager.post(withdraw).type('form').send({ ...words, ...fieldsOf(stale.text) });
    expect(again.status).toBe(303);
    // Sent twice, the first form is still done once and leads to where it led.
    const repeated = await manager.post(form).type('form').send({ ...typed, ...one });
    expect(repeated.headers['location']).toBe(done.headers['location']);
  });
});
