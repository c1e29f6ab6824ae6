import supertest from 'supertest';
import { openApi, type OpenApi } from '../testing/open-api.js';

/** Northmere's award waits for approval: the Lead Members may give up to £20,000.00. */
const approval = { award: '', ceiling: '£20,000.00', authority: { kind: 'delegated', body: 'lead-members', minute: 'LM 7' } };
const approve = '/api/v1/commands/approve-award?on=2015-10-05';

describe('a command from a program', () => {
  let api: OpenApi;
  let manager: string;
  beforeAll(async () => {
    api = await openApi();
    manager = await api.tokenOf('programme-manager');
    const { rows } = (await api.get(manager, '/api/v1/questions/awards?stage=recommended')).body.answer as { rows: readonly { reference: string; recipientName: string }[] };
    approval.award = rows.find(({ recipientName }) => recipientName.startsWith('Northmere'))?.reference ?? '';
  });
  afterAll(() => api.close());

  it('without a token, with a token that nobody has, or with a cookie alone is not carried out', async () => {
    const before = await api.headOf();
    const agent = supertest.agent(api.http);
    await agent.post('/sign-in').type('form').send({ role: 'programme-manager' });
    const none = await agent.post(approve).set('Idempotency-Key', 'a').send(approval);
    expect([none.status, none.type, none.body]).toEqual([401, 'application/problem+json', expect.objectContaining({ type: '/problems/not-authenticated', status: 401 })]);
    expect(none.headers['www-authenticate']).toBe('Bearer realm="Tallystick"');
    const wrong = await api.post('x'.repeat(43), approve, approval);
    expect([wrong.status, wrong.headers['www-authenticate']]).toEqual([401, 'Bearer error="invalid_token", realm="Tallystick"']);
    expect((await api.post('', approve, approval).set('Authorization', `Basic ${manager}`)).status).toBe(401);
    expect(await api.headOf()).toBe(before);
  });

  it('that the role or the scope of its token leaves out is refused, and told what it takes', async () => {
    const before = await api.headOf();
    const auditor = await api.post(await api.tokenOf('auditor'), approve, approval);
    expect([auditor.status, auditor.body]).toEqual([403, expect.objectContaining({ type: '/problems/not-permitted', permission: 'award:approve', heldBy: ['programme-manager'] })]);
    const narrow = await api.post(await api.tokenOf('programme-manager', { scope: ['register:read'] }), approve, approval);
    expect([narrow.status, narrow.body.detail]).toEqual([403, expect.stringContaining('scope of this API token leaves out award:approve')]);
    expect(await api.headOf()).toBe(before + 2); // the two tokens
  });

  it('with mistakes in it names each field and what to write, and stores nothing', async () => {
    const before = await api.headOf();
    const { status, body } = await api.post(manager, approve, { ...approval, ceiling: 20_000, authority: { kind: 'delegated', body: 'lead members' }, cieling: 1 });
    expect([status, body.type]).toEqual([400, '/problems/invalid-input']);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(['#/authority/body', '#/authority/minute', '#/ceiling', '#/cieling']);
    expect(body.errors).toContainEqual({ pointer: '#/ceiling', detail: 'Ceiling came as a number. Put money in quotes, like "£20,000.00"' });
    expect(await api.headOf()).toBe(before);
  });

  it('on a day that does not exist, or with a word that it does not take, names the parameter', async () => {
    const path = '/api/v1/commands/approve-award';
    const { body } = await api.post(manager, `${path}?on=2015-02-30`, approval);
    expect(body.errors).toEqual([{ parameter: 'on', detail: '"2015-02-30" is not a date that exists. Write it like 2012-06-13' }]);
    for (const search of ['rehearse=perhaps', 'at=2015-10-05', 'on=2015-10-05&on=2015-10-06']) expect((await api.post(manager, `${path}?${search}`, approval)).status).toBe(400);
  });

  it('without a key, or with one that cannot be kept, is not carried out', async () => {
    const none = await supertest(api.http).post(approve).set('Authorization', `Bearer ${manager}`).send(approval);
    expect([none.status, none.body.errors[0].header]).toEqual([400, 'Idempotency-Key']);
    for (const key of ['x'.repeat(201), 'a b', '']) expect((await api.post(manager, approve, approval, key)).status).toBe(400);
  });

  it('that a rule refuses says so in the declared sentence, and its type leads to it', async () => {
    const { status, body } = await api.post(manager, approve, { ...approval, ceiling: '£20,000.01' });
    expect([status, body.type, body.title]).toEqual([409, '/problems/approve-award/over-delegated-limit', 'Over delegated limit']);
    expect(body.detail).not.toContain('{');
    const page = await supertest(api.http).get(body.type);
    expect([page.status, page.type]).toEqual([200, 'text/html']);
    expect(page.text).toContain('Over delegated limit');
    const told = await supertest(api.http).get(body.type).set('Accept', 'application/json');
    expect(told.body).toMatchObject({ type: body.type, status: 409, command: { title: 'Approve award' } });
    expect((await supertest(api.http).get('/problems/approve-award/no-such-reason')).status).toBe(404);
    expect((await supertest(api.http).get('/problems/overtaken')).text).toContain('Others kept changing');
  });

  it('about a thing or of a name that does not exist is not found', async () => {
    const nothing = await api.post(manager, approve, { ...approval, award: 'AW-2015-999' });
    expect([nothing.status, nothing.body.type, nothing.body.detail]).toEqual([404, '/problems/not-found', expect.stringContaining('AW-2015-999')]);
    for (const path of ['/api/v1/commands/approve-everything', '/api/v1/commands/constructor', '/api/v1/nothing']) expect((await api.post(manager, path, approval)).body).toMatchObject({ type: '/problems/not-found', status: 404 });
  });

  it('can be rehearsed without a key: it says what would happen, and nothing does', async () => {
    const before = await api.headOf();
    const { status, body } = await supertest(api.http).post(`${approve}&rehearse=true`).set('Authorization', `Bearer ${manager}`).send(approval);
    expect([status, body.position, body.repeated]).toEqual([200, 0, false]);
    expect(body.events.map(({ type }: { type: string }) => type)).toContain('AwardApproved');
    expect(await api.headOf()).toBe(before);
  });

  it('is stored once however often it is sent, and a key that is used for something else names what differs', async () => {
    const sent = await Promise.all([1, 2, 3].map(() => api.post(manager, approve, approval, 'approval-1')));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(sent.filter(({ body }) => !body.repeated)).toHaveLength(1);
    expect(new Set(sent.map(({ body }) => body.position)).size).toBe(1);
    const [first] = sent;
    expect(first?.body.events[0]).toEqual({ type: 'AwardApproved', stream: `award-${approval.award}`, sentence: expect.stringContaining('£20,000.00') });
    expect(first?.headers).toMatchObject({ 'tallystick-position': String(first?.body.position), location: `/api/v1/questions/award?award=${approval.award}` });
    const other = await api.post(manager, approve, { ...approval, ceiling: '£19,000.00' }, 'approval-1');
    expect([other.status, other.body.type, other.body.differs]).toEqual([409, '/problems/key-reused', 'ceiling']);
    // Another person's key of the same name is another key.
    const officer = await api.post(await api.tokenOf('programme-officer'), '/api/v1/commands/nominate', {}, 'approval-1');
    expect(officer.body.type).toBe('/problems/invalid-input');
  });

  it('is in the record with the person who sent it, the role and the day', async () => {
    const location = (await api.post(manager, approve, approval, 'approval-1')).headers['location'] ?? '';
    expect((await api.get(manager, location)).body.answer).toMatchObject({ stage: 'approved' });
    const { body } = await api.get(manager, `/api/v1/events?stream=award-${approval.award}&types=AwardApproved`);
    expect(body.events[0]).toMatchObject({ effectiveOn: '2015-10-05', meta: { actor: 'person:demo-programme-manager', role: 'programme-manager', command: 'ApproveAward' } });
  });
});
