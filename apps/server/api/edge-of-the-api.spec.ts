import supertest from 'supertest';
import { commands } from '#domain';
import { openApiText } from '#platform/openapi';
import { questions } from '#views';
import { openApi, type OpenApi } from '../testing/open-api.js';

const register = '/api/v1/commands/register-organisation';
const organisation = { name: 'Zażółć gęślą jaźń Council', type: 'district' };

describe('the edge of the API', () => {
  let api: OpenApi;
  let officer: string;
  beforeAll(async () => {
    api = await openApi();
    officer = await api.tokenOf('programme-officer');
  });
  afterAll(() => api.close());
  const bare = (type: string, body: string | Buffer) =>
    supertest(api.http).post(register).set('Authorization', `Bearer ${officer}`).set('Idempotency-Key', 'bare').set('Content-Type', type).serialize((each: unknown) => each as string).send(body);

  it('tells everybody what there is to call, without a token', async () => {
    const { body } = await supertest(api.http).get('/api/v1');
    for (const address of [body.openapi, body.commands, body.questions]) expect((await supertest(api.http).get(address)).status).toBe(200);
    expect((await supertest(api.http).get(body.openapi)).text).toBe(openApiText(commands, questions));
    const told = (await supertest(api.http).get(body.commands)).body.commands;
    expect(told.find(({ name }: { name: string }) => name === 'ApproveAward')).toMatchObject({ address: '/api/v1/commands/approve-award', permission: 'award:approve' });
  });

  it('takes JSON and nothing that only says so or does not say so', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', 'application/json-patch+json', 'application/json; charset=utf-16le']) {
      const { status, body } = await bare(type, JSON.stringify(organisation));
      expect([type, status, body.type]).toEqual([type, 415, '/problems/not-json']);
    }
    for (const broken of ['{"name": ', '', '{"name": "a"} x', Buffer.from([0x7b, 0xff, 0x7d])]) expect((await bare('application/json', broken)).status).toBe(400);
    for (const noObject of ['[]', '3', 'null', '"x"']) expect((await bare('application/json', noObject)).body.errors[0]).toMatchObject({ pointer: '#' });
  });

  it('survives what is huge, deep or strange, and says what is wrong with it', async () => {
    expect((await bare('application/json', JSON.stringify({ name: 'x'.repeat(200_000) }))).body).toMatchObject({ status: 413, type: '/problems/too-large' });
    const deep = await bare('application/json', `{"name":${'['.repeat(40_000)}${']'.repeat(40_000)}}`);
    expect([deep.status, deep.body.errors[0].pointer]).toEqual([400, '#/name']);
    const strange = await bare('application/json', '{"name":"a","type":"district","__proto__":{"x":1},"constructor":1,"a/b~c":1}');
    expect(strange.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(['#/__proto__', '#/a~1b~0c', '#/constructor']);
    expect((await bare('application/json', '{"name":"\\ud800","type":"district"}')).body.errors[0].pointer).toBe('#/name');
  });

  it('keeps every letter of what it is sent', async () => {
    const { status, body, headers } = await api.post(officer, register, organisation);
    expect([status, body.events.at(-1).sentence]).toEqual([200, expect.stringContaining('Zażółć gęślą jaźń')]);
    const found = await api.get(officer, headers['location'] ?? '');
    expect(JSON.stringify(found.body.answer)).toContain('Zażółć gęślą jaźń Council');
  });

  it('refuses what a browser sends on behalf of another site, token or not', async () => {
    const foreign = await api.post(officer, register, organisation).set('Origin', 'https://bad.example');
    expect([foreign.status, foreign.body.type]).toEqual([403, '/problems/from-elsewhere']);
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('never sets a cookie, and answers problems of unknown addresses as problems', async () => {
    const nowhere = await supertest(api.http).get('/api/v2');
    const unknown = await supertest(api.http).get('/api/v1/nowhere').set('Accept', 'text/html');
    expect(nowhere.status).toBe(404);
    expect([unknown.status, unknown.type, unknown.headers['set-cookie']]).toEqual([404, 'application/problem+json', undefined]);
  });
});

describe('too many calls', () => {
  it('are counted for each token, and those without one by address', async () => {
    const api = await openApi({ allowance: { reading: 3, writing: 2, signingIn: 2 } });
    const [one, two] = [await api.tokenOf('auditor'), await api.tokenOf('secretary')];
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await api.get(one, '/api/v1/questions/awards')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const again = await api.get(one, '/api/v1/questions/awards');
    expect([again.body.type, Number(again.headers['retry-after'])]).toEqual(['/problems/too-many-requests', expect.any(Number)]);
    expect((await api.get(two, '/api/v1/questions/awards')).status).toBe(200);
    const guesses: number[] = [];
    for (let i = 0; i < 4; i += 1) guesses.push((await api.get(`guess-${i}`, '/api/v1/questions/awards')).status);
    expect(guesses).toEqual([401, 401, 401, 429]);
    await api.close();
  });
});
