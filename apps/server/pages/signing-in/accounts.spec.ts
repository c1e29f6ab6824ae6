import supertest from 'supertest';
import { toPerson } from '#kernel';
import { firstAdministratorLink } from '../../first-administrator-link.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';

const passphrase = 'hazel ferry nine lanterns';
const chosen = { signInName: 'ada@example.org', displayName: 'Ada Example', passphrase, again: passphrase };

describe('a live store that nobody administers', () => {
  let live: OpenHouse;
  let link = '';
  beforeAll(async () => {
    live = await openHouse({ kind: 'live' });
    link = (await firstAdministratorLink(live.house)) ?? '';
  });
  afterAll(() => live.close());
  const browser = () => supertest.agent(live.http);

  it('has no passphrase that anybody knows, and takes no role for the asking', async () => {
    for (const body of [{ role: 'administrator' }, { second: 'administrator' }, { signInName: 'admin', passphrase: 'admin' }]) {
      const { status, headers } = await browser().post('/sign-in').type('form').send(body);
      expect([status, headers['set-cookie']]).toEqual([400, undefined]);
    }
  });

  it('offers its console a link, and a new start a new one in its place', async () => {
    const [old, now] = [link, await firstAdministratorLink(live.house)];
    link = now ?? '';
    expect(link).toMatch(/^\/first-administrator\/[\w-]{43}$/);
    expect(now).not.toBe(old);
    expect((await browser().get(old)).status).toBe(404);
    expect((await browser().get(link)).text).toContain('Become the first administrator');
  });

  it('says beside each box what is wrong with it, and shows no passphrase again', async () => {
    const missing = await browser().post(link).type('form').send({ ...chosen, displayName: '' });
    expect([missing.status, missing.text]).toEqual([400, expect.stringContaining('Enter your name')]);
    const differing = await browser().post(link).type('form').send({ ...chosen, again: 'another' });
    expect(differing.text).toContain('The two passphrases differ');
    expect(differing.text).toContain('value="Ada Example"');
    expect(differing.text).not.toContain(passphrase);
    const short = await browser().post(link).type('form').send({ ...chosen, passphrase: 'short', again: 'short' });
    expect(short.text).toContain('Use at least 12');
  });

  it('makes whoever takes the link its administrator, once, and signs them in', async () => {
    const ada = browser();
    const { status, headers } = await ada.post(link).type('form').send(chosen);
    expect([status, headers['location']]).toEqual([303, '/']);
    expect((await ada.get('/')).text).toMatch(/Ada Example, the <strong>administrator/);
    expect((await browser().post(link).type('form').send(chosen)).status).toBe(404);
    expect(await firstAdministratorLink(live.house)).toBeUndefined();
  });

  it('keeps the name out of the log', async () => {
    const { events } = await live.house.store.readAll({ after: 0, limit: 1_000 });
    expect(events.some(({ type }) => type === 'RoleGranted')).toBe(true);
    expect(JSON.stringify(events)).not.toMatch(/Ada|example\.org/);
  });

  it('lets her in by name and passphrase, and nobody by a guess', async () => {
    const right = await browser().post('/sign-in').type('form').send({ signInName: 'ADA@example.org', passphrase, back: '/people' });
    expect([right.status, right.headers['location']]).toEqual([303, '/people']);
    expect(String(right.headers['set-cookie'])).toMatch(/^tallystick=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const answers = await Promise.all(['ada@example.org', 'nobody@example.org'].map((signInName) => browser().post('/sign-in').type('form').send({ signInName, passphrase: 'wrong' })));
    const texts = answers.map(({ text }) => text.replace(/(ada|nobody)@example\.org/g, ''));
    expect(texts[0]).toBe(texts[1]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
  });

  it('makes whoever guesses wait, and says how long', async () => {
    for (let i = 0; i < 5; i += 1) await live.house.accounts.signIn('guessed', 'wrong');
    const { status, headers, text } = await browser().post('/sign-in').type('form').send({ signInName: 'guessed', passphrase });
    expect([status, headers['retry-after']]).toEqual([429, '15']);
    expect(text).toContain('Wait 15 seconds');
  });

  it('notes who came and whose account was tried, and never what was typed', async () => {
    const entries = (await live.house.access.read({ size: 100 })).entries.filter(({ asked }) => asked === 'sign-in');
    expect(entries.map(({ actor, outcome }) => [actor === 'nobody' ? actor : 'person', outcome])).toContainEqual(['nobody', 'failed']);
    expect(JSON.stringify(entries)).not.toMatch(/guess|example\.org|wrong/);
  });

  it('an account without a role is let in nowhere, and told whom to ask', async () => {
    const token = await live.house.accounts.invite(toPerson('0123456789abcdef'), 'join', { hours: 1 });
    const { status, text, headers } = await browser().post(`/invitation/${token}`).type('form').send({ ...chosen, signInName: 'ben' });
    expect([status, headers['set-cookie']]).toEqual([403, undefined]);
    expect(text).toContain('nobody has given you a role');
  });

  it('a link that was made up leads nowhere', async () => {
    expect((await browser().get('/invitation/made-up')).text).toContain('was used, or its time is over');
    expect((await browser().post('/first-administrator/made-up').type('form').send(chosen)).status).toBe(404);
  });
});
