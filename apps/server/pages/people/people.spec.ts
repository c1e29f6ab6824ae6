import supertest from 'supertest';
import { londonDate, toPerson, type Person } from '#kernel';
import { installationActs } from '#platform/installation';
import { commandNamed } from '../../forms/command-paths.js';
import { openHouse, type OpenHouse } from '../../testing/open-house.js';

const passphrase = 'hazel ferry nine lanterns';

describe('people of a live store', () => {
  let live: OpenHouse;
  const at = () => londonDate(live.house.clock.now());
  /** Somebody with these roles and an account, by the console. */
  async function settle(id: string, name: string, roles: readonly string[]): Promise<Person> {
    const person = toPerson(id);
    const inputs = [['RegisterPerson', { person }], ...roles.map((role) => ['GrantRole', { person, role, startsOn: at(), reason: 'Joined' }])] as [string, object][];
    for (const [command, input] of inputs) expect(await live.house.founding.run(commandNamed(command), input, installationActs)).toMatchObject({ outcome: 'done' });
    const token = await live.house.accounts.invite(person, 'join', { hours: 1 });
    expect(await live.house.accounts.acceptInvitation(token, { signInName: id, displayName: name, passphrase })).toMatchObject({ ok: true });
    return person;
  }
  async function browserOf(signInName: string) {
    const agent = supertest.agent(live.http);
    const { headers } = await agent.post('/sign-in').type('form').send({ signInName, passphrase });
    return Object.assign(agent, { arrived: headers['location'] });
  }
  const day = (name: string, on: string) => {
    const [year, month, dayOfMonth] = on.split('-');
    return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year };
  };

  beforeAll(async () => {
    live = await openHouse({ kind: 'live' });
    await settle('ada', 'Ada Example', ['administrator']);
    await settle('ben', 'Ben Example', ['programme-manager', 'secretary']);
    await settle('cleo', 'Cleo Example', ['auditor']);
  });
  afterAll(() => live.close());

  it('an administrator registers somebody, whose name goes to the account alone, and gets a link that is shown once', async () => {
    const ada = await browserOf('ada');
    const { text: form } = await ada.get('/people/register');
    const fields = Object.fromEntries([...form.matchAll(/name="(_key|person)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    const { text } = await ada.post('/people/register').type('form').send({ ...fields, displayName: 'Dora Example' });
    const [, path = ''] = /http:\/\/[\w.:]+(\/invitation\/[\w-]{43})/.exec(text) ?? [];
    expect(path).not.toBe('');
    const reloaded = await ada.post('/people/register').type('form').send({ ...fields, displayName: 'Dora Example' });
    expect(reloaded.text).toContain('was registered already');
    expect(reloaded.text).not.toContain('/invitation/');

    const granted = await ada.post(`/people/${fields['person']?.slice(7)}/do/grant-role`).type('form').send({ role: 'finance-officer', ...day('startsOn', at()), reason: 'Joined', _key: 'g1' });
    expect(granted.status).toBe(303);
    const page = await ada.get(granted.headers['location'] ?? '');
    expect(page.text).toContain('Dora Example');
    expect(page.text).toContain('Finance officer');
    const dora = supertest.agent(live.http);
    expect((await dora.post(path).type('form').send({ signInName: 'dora', displayName: 'Dora Example', passphrase, again: passphrase })).headers['location']).toBe('/');
    expect((await dora.get('/')).text).toMatch(/Dora Example, the <strong>finance officer/);
    expect((await ada.get('/people')).text).toMatch(/Dora Example[\s\S]*Finance officer/);
    const { events } = await live.house.store.readAll({ after: 0, limit: 1_000 });
    expect(JSON.stringify(events)).not.toContain('Example');
  });

  it('an administrator gives themselves nothing, and a link made with a stranger’s address for this server leads nowhere else', async () => {
    const ada = await browserOf('ada');
    const { status, text } = await ada.post('/people/ada/do/grant-role').type('form').send({ role: 'auditor', ...day('startsOn', at()), reason: 'Why not', _key: 'g2' });
    expect(status).toBe(409);
    expect(text).toContain('Nobody grants a role to themselves');
    const forged = await ada.post('/people/cleo/invitation').set('Host', 'bad.example"><script>');
    expect(forged.text).not.toContain('bad.example');
  });

  it('whoever holds two roles chooses one, can change it, and gets a new id each time', async () => {
    const ben = await browserOf('ben');
    expect(ben.arrived).toBe('/account/role?back=%2F');
    const before = await ben.get('/account/role?back=/awards');
    expect(before.text).toContain('Secretary to the board');
    const turned = await ben.post('/account/role').type('form').send({ role: 'secretary', back: '/awards' });
    expect([turned.headers['location'], String(turned.headers['set-cookie'])]).toEqual(['/awards', expect.stringMatching(/^tallystick=[\w-]{43};/)]);
    expect((await ben.get('/')).text).toContain('the <strong>secretary to the board');
    expect((await ben.post('/account/role').type('form').send({ role: 'administrator' })).status).toBe(400);
    const elsewhere = await ben.post('/account/role').type('form').send({ role: 'secretary', back: '//bad.example' });
    expect(elsewhere.headers['location']).toBe('/');
  });

  it('lends a role for a time, sees it on the account, and takes it back', async () => {
    const ben = await browserOf('ben');
    await ben.post('/account/role').type('form').send({ role: 'secretary' });
    expect((await ben.get('/do/delegate-role?role=secretary')).text).toContain('<option value="person:cleo">Cleo Example</option>');
    const lent = await ben.post('/do/delegate-role').type('form').send({ to: 'person:cleo', role: 'secretary', ...day('startsOn', at()), ...day('endsOn', at()), reason: 'Leave', _key: 'd1' });
    expect([lent.status, lent.headers['location']]).toEqual([303, expect.stringContaining('/account?')]);
    const { text } = await ben.get('/account');
    expect(text).toMatch(/Lent to others[\s\S]*Secretary to the board<\/strong> to Cleo Example/);
    const [, back = ''] = /href="(\/do\/take-back-role[^"]*)"/.exec(text) ?? [];
    const words = Object.fromEntries(new URLSearchParams(back.replaceAll('&amp;', '&').split('?')[1]));
    expect((await ben.post('/do/take-back-role').type('form').send({ ...words, reason: 'Back early', _key: 'd2' })).status).toBe(303);
    expect((await ben.get('/account')).text).not.toContain('Lent to others');
  });

  it('a role that was ended lets nobody do anything from the next page on', async () => {
    const cleo = await browserOf('cleo');
    expect((await cleo.get('/ledger')).status).toBe(200);
    const ada = await browserOf('ada');
    expect((await ada.post('/people/cleo/do/end-role').type('form').send({ number: '1', reason: 'Moved on', _key: 'e1' })).status).toBe(303);
    expect((await cleo.get('/ledger')).status).toBe(403);
    expect((await ada.get('/people/cleo')).text).toMatch(/ended [^<]*: Moved on/);
  });

  it('ends a session of one’s own from another, and no one else’s', async () => {
    const [here, there] = [await browserOf('ben'), await browserOf('ben')];
    const { text } = await here.get('/account');
    const handles = [...text.matchAll(/name="session" value="([^"]+)"/g)].map(([, handle]) => handle ?? '');
    expect(handles.length).toBeGreaterThan(0);
    const ada = await browserOf('ada');
    await ada.post('/account/sessions/end').type('form').send({ session: handles[0] });
    expect((await there.get('/account')).status).toBe(200);
    for (const session of handles) await here.post('/account/sessions/end').type('form').send({ session });
    expect((await there.get('/account')).status).toBe(303);
    expect((await here.get('/account')).status).toBe(200);
  });

  it('changes a passphrase for whoever knows the present one', async () => {
    const ben = await browserOf('ben');
    const wrong = await ben.post('/account/passphrase').type('form').send({ current: 'wrong', passphrase: 'seven quiet harbours', again: 'seven quiet harbours' });
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('not your passphrase')]);
    expect((await ben.post('/account/passphrase').type('form').send({ current: passphrase, passphrase: 'seven quiet harbours', again: 'seven quiet harbours' })).text).toContain('Your passphrase is changed');
    const old = await browserOf('ben');
    expect(old.arrived).toBeUndefined();
  });

  it('issues a token whose secret is shown once', async () => {
    const ada = await browserOf('ada');
    const form = await ada.get('/account/tokens');
    expect(form.text).toContain('scope.register:read');
    expect(form.text).toMatch(/Register organisation, [^()]*Record successor \(organisation:register\)/);
    expect(form.text).not.toContain('scope.people:grant');
    expect((await ada.post('/account/tokens').type('form').send({ _key: 't0' })).text).toContain('Choose what the token may do');
    const issue = () => ada.post('/account/tokens').type('form').send({ _key: 't1', 'scope.register:read': 'yes', ...day('expiresOn', at()) });
    const [, secret = ''] = /id="secret">(tally_[\w-]{43})</.exec((await issue()).text) ?? [];
    expect(await live.house.accounts.personOfToken(secret)).toEqual({ person: 'person:ada', number: 1 });
    expect((await issue()).text).toContain('was shown once');
    expect((await ada.get('/account')).text).toMatch(/register:read[\s\S]*In use/);
    expect((await ada.post('/do/revoke-api-token').type('form').send({ person: 'person:ada', number: '1', reason: 'Done', _key: 't2' })).status).toBe(303);
    expect((await ada.get('/account')).text).toContain('Revoked');
  });

  it('shows the roles and what each may do; taking one away counts at once', async () => {
    const ada = await browserOf('ada');
    expect((await ada.get('/roles')).text).toContain('ledger:read from administrator');
    expect((await ada.post('/roles/secretary/do/take-permission').type('form').send({ permission: 'body:register', reason: 'Not theirs', _key: 'p1' })).status).toBe(303);
    expect((await ada.get('/roles')).text).toMatch(/\(body:register\)<\/s> taken away on/);
    expect((await ada.get('/roles?known-at=@1')).text).toContain('No role was defined yet');
  });

  it('who was turned away and why is in the access log, for those who may read it, also as a file', async () => {
    const ada = await browserOf('ada');
    expect((await ada.get('/awards/AW-2014-001/do/approve-award')).status).toBe(403);
    const { text } = await ada.get('/audit/access?outcome=not-permitted&actor=person:ada');
    expect(text).toMatch(/Ada Example[\s\S]*award:approve/);
    const file = await ada.get('/audit/access.csv?outcome=not-permitted');
    expect(file.text).toMatch(/^at,actor,role,asked,outcome,because\r\n\d{4}-[^\r]*,person:ada,administrator,page,not-permitted,award:approve/);
    expect((await ada.get('/audit/access?from-day=31&from-month=2&from-year=2026')).status).toBe(400);
    const dora = await browserOf('dora');
    expect((await dora.get('/audit/access')).status).toBe(403);
    expect((await dora.get('/people')).status).toBe(403);
  });
});
