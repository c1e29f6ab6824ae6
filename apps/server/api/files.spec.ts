import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import supertest from 'supertest';
import { bytesOf, digestOf } from '../../../libs/platform/kept-files/testing/contract.js';
import { openApi, type OpenApi } from '../testing/open-api.js';

const files = '/api/v1/files';
const plan = Buffer.concat([Buffer.from('%PDF-1.7\n'), bytesOf(400_000)]);

describe('a file from a program', () => {
  let api: OpenApi;
  let [officer, auditor, round, council] = ['', '', '', ''];
  beforeAll(async () => {
    api = await openApi({ playbooks: 'none' });
    [officer, auditor] = [await api.tokenOf('programme-officer'), await api.tokenOf('auditor')];
    const [manager, finance] = [await api.tokenOf('programme-manager'), await api.tokenOf('finance-officer')];
    const run = async (secret: string, command: string, input: object): Promise<string> => {
      const { status, body } = await api.post(secret, `/api/v1/commands/${command}`, input);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body.reference as string;
    };
    await run(finance, 'open-fund', { code: 'HOMES', name: 'Homes' });
    await run(manager, 'define-programme', { code: 'HOUSING', name: 'Housing', purpose: 'Homes', awardCeiling: '£0.00', instrument: 'none' });
    await run(manager, 'design-scheme', {
      programme: 'HOUSING',
      terms: { support: [{ kind: 'advice', on: 'homes' }], intake: { kind: 'open-call', late: 'never', again: 'until-it-closes' } },
    });
    const form = [{ code: 'plan', ask: 'The plan', required: true, reusable: true, answer: { kind: 'file', kinds: 'document', kilobytes: 1_000 } }];
    round = await run(manager, 'open-round', { programme: 'HOUSING', name: 'Spring', fund: 'HOMES', financialYear: 'FY1213', allocation: '£0.00', form });
    council = await run(officer, 'register-organisation', { name: 'Ambleford City Council', type: 'unitary' });
  }, 60_000);
  afterAll(() => api.close());
  const send = (secret: string, content: Buffer, type = 'application/octet-stream') =>
    supertest(api.http)
      .post(files)
      .set('Authorization', `Bearer ${secret}`)
      .set('Content-Type', type)
      .serialize((each: unknown) => each as string)
      .send(content);

  it('is kept under its digest, once however often it is sent, and an application then names it', async () => {
    for (const _ of [1, 2]) {
      const { status, body } = await send(officer, plan);
      expect([status, body]).toEqual([200, { digest: digestOf(plan), bytes: plan.length }]);
    }
    const answers = [{ question: 'plan', answer: { kind: 'file', name: 'plan “final”.pdf', digest: digestOf(plan), bytes: plan.length } }];
    const sent = await api.post(officer, '/api/v1/commands/submit-application', { round, organisation: council, title: 'Homes', answers });
    expect(sent.status).toBe(200);
    await api.house.views.caughtUp();
    const address = `${files}/${digestOf(plan)}?application=${sent.body.reference}`;
    const fetched = await api
      .get(auditor, address)
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      });
    expect([fetched.status, (fetched.body as Buffer).equals(plan)]).toEqual([200, true]);
    expect(fetched.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(plan.length),
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringContaining("filename*=UTF-8''plan%20%E2%80%9Cfinal%E2%80%9D.pdf") as string,
    });
    const noted = readFileSync(join(api.house.folder, 'access.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .slice(-1)
      .map((line) => JSON.parse(line) as object);
    expect(noted).toEqual([
      expect.objectContaining({ actor: 'person:demo-auditor', asked: 'fetch-file', outcome: 'done', because: `${sent.body.reference} plan` }),
    ]);
    expect((await api.get(await api.tokenOf('recipient'), address)).body).toMatchObject({ status: 403, permission: 'application:read' });
    expect((await api.get(auditor, `${files}/${'a'.repeat(64)}?application=${sent.body.reference}`)).status).toBe(404);
    expect((await api.get(auditor, `${files}/${digestOf(plan)}`)).body.errors).toEqual([expect.objectContaining({ parameter: 'application' })]);
  });

  it('that an answer names and nobody sent is said to be kept elsewhere', async () => {
    const answers = [{ question: 'plan', answer: { kind: 'file', name: 'old.pdf', digest: 'b'.repeat(64), bytes: 3 } }];
    const other = await api.post(officer, '/api/v1/commands/register-organisation', { name: 'Brackwater Borough Council', type: 'district' });
    const sent = await api.post(officer, '/api/v1/commands/submit-application', { round, organisation: other.body.reference, title: 'Homes', answers });
    expect(sent.status).toBe(200);
    await api.house.views.caughtUp();
    expect((await api.get(auditor, `${files}/${'b'.repeat(64)}?application=${sent.body.reference}`)).body).toMatchObject({
      status: 404,
      detail: 'old.pdf is kept elsewhere, by whoever gave it',
    });
  });

  it('is refused without a token, by a token that may not, in another form, empty or too large, and nothing of it is kept', async () => {
    const other = Buffer.from('not to be kept');
    expect((await supertest(api.http).post(files).set('Content-Type', 'application/octet-stream').send(other)).body).toMatchObject({
      status: 401,
      type: '/problems/not-authenticated',
    });
    expect((await send(auditor, other)).body).toMatchObject({ status: 403, permission: 'application:submit' });
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])
      expect((await send(officer, other, type)).body).toMatchObject({ status: 415 });
    expect((await send(officer, Buffer.alloc(0))).body).toMatchObject({ status: 400, type: '/problems/invalid-input' });
    expect((await send(officer, Buffer.alloc(25_600_001))).body).toMatchObject({
      status: 413,
      detail: 'A file takes up to 25,000 kilobytes. Nothing was stored.',
    });
    expect((await api.house.files.find([digestOf(other)])).size).toBe(0);
    expect((await supertest(api.http).get('/problems/no-room')).text).toContain('no room for files');
  });
});

it('a file for which there is no room is refused as such, and nothing is lost', async () => {
  const api = await openApi({ playbooks: 'none', reserveForLog: Number.MAX_SAFE_INTEGER });
  const { status, body } = await supertest(api.http)
    .post(files)
    .set('Authorization', `Bearer ${await api.tokenOf('programme-officer')}`)
    .set('Content-Type', 'application/octet-stream')
    .send(plan);
  expect([status, body]).toEqual([
    507,
    expect.objectContaining({ type: '/problems/no-room', detail: expect.stringContaining('nothing that was stored before is lost') as string }),
  ]);
  await api.close();
}, 60_000);
