import { createHash } from 'node:crypto';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import supertest from 'supertest';
import { openHouse, signedIn, type OpenHouse } from '../testing/open-house.js';

describe('the edge of the server', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse({ securityContact: 'mailto:security@example.org' });
  });
  afterAll(() => house.close());

  it('every answer says what may run, and lets only our own files and the one inline script', async () => {
    for (const path of ['/sign-in', '/nowhere', '/health']) {
      const { headers, text } = await supertest(house.http).get(path);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'cache-control': 'no-store' });
      expect(headers['x-powered-by']).toBeUndefined();
      const inline = [...(text ?? '').matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^<]*)<\/script>/g)].map(([, script]) => script ?? '');
      for (const script of inline) expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
      expect(inline).toHaveLength(path === '/health' ? 0 : 1);
      expect(text).not.toMatch(/\sstyle="|\son\w+="/);
    }
  });

  it('a form that another site sends is not carried out', async () => {
    const foreign = await supertest(house.http).post('/sign-in').set('Origin', 'https://bad.example').type('form').send({ role: 'auditor' });
    expect(foreign.status).toBe(403);
    expect(foreign.text).toContain('came from somewhere else');
    const crossSite = await supertest(house.http).post('/sign-in').set('Sec-Fetch-Site', 'cross-site').type('form').send({ role: 'auditor' });
    expect(crossSite.status).toBe(403);
    expect(crossSite.headers['set-cookie']).toBeUndefined();
  });

  it('whoever is not signed in is asked to, and comes back to the page that they wanted', async () => {
    const { status, headers } = await supertest(house.http).get('/awards/AW-2012-001?known-at=2012-06-12');
    expect([status, headers['location']]).toEqual([303, '/sign-in?back=%2Fawards%2FAW-2012-001%3Fknown-at%3D2012-06-12']);
    const back = await supertest(house.http).post('/sign-in').type('form').send({ role: 'auditor', back: '/awards/AW-2012-001?known-at=2012-06-12' });
    expect(back.headers['location']).toBe('/awards/AW-2012-001?known-at=2012-06-12');
  });

  it.each(['https://bad.example', '//bad.example', '/\\bad.example', 'javascript:alert(1)', '/sign-out'])('signing in never leads to %s', async (back) => {
    const { headers } = await supertest(house.http).post('/sign-in').type('form').send({ role: 'auditor', back });
    expect(headers['location']).toBe('/');
  });

  it('a date typed into a control never leads to another site', async () => {
    const { port } = house.http.listen(0).address() as AddressInfo;
    for (const path of ['//bad.example/', '/\\bad.example/', '///bad.example/', 'http://bad.example/bad.example/']) {
      const location = await new Promise<string | undefined>((resolve, reject) => {
        get({ port, path: `${path}?known-at-day=1&known-at-month=1&known-at-year=2020` }, ({ headers }) => resolve(headers.location)).on('error', reject);
      });
      expect(location).toBe('/bad.example/?known-at=2020-01-01');
    }
  });

  it('signing in gives a new id, out of reach for scripts, and signing out ends it', async () => {
    const agent = await signedIn(house, 'auditor');
    const before = await agent.get('/awards/AW-2012-001/do/approve-award');
    expect(before.status).toBe(403);
    const again = await agent.post('/sign-in').type('form').send({ role: 'secretary' });
    expect(String(again.headers['set-cookie'])).toMatch(/^tallystick=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    await agent.post('/sign-out');
    expect((await agent.get('/awards/AW-2012-001/do/approve-award')).status).toBe(303);
  });

  it('a role that nobody can take is refused', async () => {
    for (const role of ['clockwork', 'installation', 'owner', '']) expect((await supertest(house.http).post('/sign-in').type('form').send({ role })).status).toBe(400);
  });

  it('ten megabytes are answered with a page that says how much is too much', async () => {
    const agent = await signedIn(house, 'programme-manager');
    const { status, text } = await agent.post('/awards/AW-2012-001/do/approve-award').type('form').send(`ceiling=${'9'.repeat(10 * 1024 * 1024)}`);
    expect(status).toBe(413);
    expect(text).toContain('up to 300 kB');
  });

  it('an address that does not exist gets a page, or a problem for programs', async () => {
    const page = await supertest(house.http).get('/nowhere');
    expect([page.status, page.type]).toEqual([404, 'text/html']);
    const problem = await supertest(house.http).get('/nowhere.json');
    expect([problem.status, problem.type]).toEqual([404, 'application/problem+json']);
  });

  it('tells whoever finds a weakness whom to tell', async () => {
    const { text } = await supertest(house.http).get('/.well-known/security.txt');
    expect(text).toMatch(/^Contact: mailto:security@example\.org\nExpires: \d{4}-/);
  });

  it('styles and scripts may be kept for ever, because their names hold their hashes', async () => {
    const { text } = await supertest(house.http).get('/sign-in');
    const [address = ''] = /\/assets\/tallystick\.[0-9a-f]{10}\.css/.exec(text) ?? [];
    const style = await supertest(house.http).get(address).set('Accept-Encoding', 'identity');
    expect([style.status, style.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    const compressed = await supertest(house.http).get(address).set('Accept-Encoding', 'br');
    expect([compressed.headers['content-encoding'], compressed.text]).toEqual(['br', style.text]);
    expect(style.text).not.toMatch(/GDS Transport|govuk-footer__crown|govuk-crest|#1d70b8/i);
  });
});

describe('over https', () => {
  it('the cookie is Secure and bound to this host', async () => {
    const house = await openHouse({ publicAddress: 'https://grants.example' });
    const { headers } = await supertest(house.http).post('/sign-in').type('form').send({ role: 'auditor' });
    expect(String(headers['set-cookie'])).toMatch(/^__Host-tallystick=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(headers['strict-transport-security']).toMatch(/max-age=31536000/);
    await house.close();
  });
});

describe('too many requests', () => {
  it('are answered with a page that says how long to wait, sooner at the sign-in', async () => {
    const house = await openHouse({ allowance: { reading: 5, writing: 2, signingIn: 2 } });
    const attempts = [];
    for (const door of ['/sign-in', '/Sign-In', '/sign-in/']) attempts.push((await supertest(house.http).post(door).type('form').send({ role: 'nobody' })).status);
    expect(attempts).toEqual([400, 400, 429]);
    const reads = [];
    for (let i = 0; i < 6; i += 1) reads.push(await supertest(house.http).get('/accessibility'));
    expect(reads.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(Number(reads[5]?.headers['retry-after'])).toBeGreaterThan(0);
    expect(reads[5]?.text).toContain('Too many requests');
    await house.close();
  });
});
