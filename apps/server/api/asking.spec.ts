import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApi, type OpenApi } from '../testing/open-api.js';

describe('a question from a program', () => {
  let api: OpenApi;
  let auditor: string;
  beforeAll(async () => {
    api = await openApi();
    auditor = await api.tokenOf('auditor');
  });
  afterAll(() => api.close());
  const ask = (path: string) => api.get(auditor, `/api/v1/questions/${path}`);

  it('is answered with the moment that the answer stands for', async () => {
    await api.house.views.caughtUp();
    const { status, body, headers } = await ask('award?award=AW-2012-056');
    expect([status, body.answer.reference, body.knownAt]).toEqual([200, 'AW-2012-056', { position: await api.headOf(), words: 'now' }]);
    expect(headers).toMatchObject({ 'tallystick-position': String(body.knownAt.position), 'cache-control': 'no-store', 'content-type': expect.stringContaining('application/json') });
  });

  it('is answered as it was known on a day, at a time, or at an event, and nothing is found before it was there', async () => {
    const day = (await ask('award?award=AW-2012-056&knownAt=2012-06-12')).body;
    expect(day.knownAt.words).toBe('the end of 12 June 2012');
    const event = (await ask(`award?award=AW-2012-056&knownAt=@${day.knownAt.position}`)).body;
    expect(event.answer).toEqual(day.answer);
    expect(event.answer).not.toEqual((await ask('award?award=AW-2012-056')).body.answer);
    expect((await ask('award?award=AW-2012-056&knownAt=2012-06-12T14:00')).status).toBe(200);
    expect((await ask('award?award=AW-2012-056&knownAt=2012-01-20')).body).toMatchObject({ type: '/problems/not-found', status: 404 });
  });

  it('is answered as of a day, where it knows days of effect', async () => {
    const { body } = await ask('payments?asOf=2012-07-13');
    expect(body.asOf).toEqual({ on: '2012-07-13', words: '13 July 2012' });
    const other = await ask('event?position=3&asOf=2012-07-13');
    expect([other.status, other.body.errors[0].parameter]).toEqual([400, 'asOf']);
  });

  it('that is written wrongly names each parameter', async () => {
    const wrong = async (path: string) => (await ask(path)).body.errors.map(({ parameter }: { parameter: string }) => parameter);
    expect(await wrong('awards?stage=finished&colour=red')).toEqual(expect.arrayContaining(['stage', 'colour']));
    expect(await wrong('award')).toEqual(['award']);
    expect(await wrong('awards?knownAt=2012-04-31&asOf=yesterday')).toEqual(['knownAt', 'asOf']);
    expect(await wrong(`awards?knownAt=@${(await api.headOf()) + 1}`)).toEqual(['knownAt']);
    expect(await wrong('awards?stage=offered&stage=agreed')).toEqual(['stage']);
    expect(await wrong('awards?page=0')).toEqual(['page']);
    expect(await wrong('awards?__proto__=1&constructor=1')).toEqual(['__proto__', 'constructor']);
    expect((await ask('toString')).status).toBe(404);
  });

  it('takes any day there ever was or will be', async () => {
    for (const day of ['0000-01-01', '0001-01-01', '1500-06-13', '9999-12-31']) {
      for (const asked of [`awards?knownAt=${day}`, `trial-balance?asOf=${day}`]) expect([asked, (await ask(asked)).status]).toEqual([asked, 200]);
    }
  });

  it('pages through a list without a shift when something is added meanwhile', async () => {
    const whole = (await ask('awards?size=1000')).body;
    expect(whole.next).toBeUndefined();
    const seen: string[] = [];
    let next: string | undefined = '/api/v1/questions/awards?size=7';
    for (let pages = 0; next !== undefined && pages < 100; pages += 1) {
      const { body, headers } = await api.get(auditor, next);
      seen.push(...body.answer.rows.map(({ reference }: { reference: string }) => reference));
      expect(body.knownAt.position).toBe(whole.knownAt.position);
      if (body.next !== undefined) expect(headers['link']).toBe(`<${body.next}>; rel="next"`);
      next = body.next;
      if (pages === 0) await api.tokenOf('secretary'); // the log grows while we read
    }
    expect(seen).toEqual(whole.answer.rows.map(({ reference }: { reference: string }) => reference));
    expect(seen.length).toBeGreaterThan(4);
    expect((await ask('awards?size=2')).body.knownAt.position).toBe(whole.knownAt.position + 1);
  });

  it('goes back through a history by position', async () => {
    const whole = (await ask('timeline?about=AW-2012-056&size=1000')).body.answer.entries;
    const first = (await ask('timeline?about=AW-2012-056&size=3')).body;
    const second = (await api.get(auditor, first.next)).body;
    expect([...first.answer.entries, ...second.answer.entries]).toEqual(whole.slice(0, 6));
  });

  it('that the token does not reach is refused before anything is read', async () => {
    const recipient = await api.get(await api.tokenOf('recipient'), '/api/v1/questions/trial-balance');
    expect([recipient.status, recipient.body]).toEqual([403, expect.objectContaining({ permission: 'ledger:read', heldBy: expect.arrayContaining(['auditor']) })]);
    expect((await api.get('guessed', '/api/v1/questions/awards')).status).toBe(401);
    const noted = readFileSync(join(api.house.folder, 'access.jsonl'), 'utf8').trim().split('\n').slice(-2).map((line) => JSON.parse(line) as object);
    expect(noted).toEqual([
      expect.objectContaining({ actor: 'person:demo-recipient', asked: 'trial-balance', outcome: 'not-permitted', because: 'ledger:read' }),
      expect.objectContaining({ actor: 'nobody', asked: 'api', outcome: 'not-authenticated' }),
    ]);
  });

  it('is no longer answered to a token that was revoked or has expired', async () => {
    const manager = await api.tokenOf('programme-manager');
    const spent = await api.tokenOf('secretary', { days: -1 });
    expect((await api.get(spent, '/api/v1/questions/awards')).status).toBe(401);
    const { status } = await api.get(manager, '/api/v1/questions/awards');
    expect(status).toBe(200);
    const revoke = { actor: 'person:demo-programme-manager', role: 'programme-manager' } as never;
    expect(await api.house.engine.run(api.named('RevokeApiToken'), { person: 'person:demo-programme-manager', number: 1, reason: 'It leaked' }, revoke)).toMatchObject({ outcome: 'done' });
    expect((await api.get(manager, '/api/v1/questions/awards')).status).toBe(401);
  });
});

describe('the log, for programs that follow it', () => {
  let api: OpenApi;
  let auditor: string;
  beforeAll(async () => {
    api = await openApi();
    auditor = await api.tokenOf('auditor');
  });
  afterAll(() => api.close());
  const read = async (search: string) => (await api.get(auditor, `/api/v1/events${search}`)).body;

  it('is read by position to its end, each event once and in order, and on from there', async () => {
    const head = await api.headOf();
    const positions: number[] = [];
    let page = await read('?limit=37');
    for (; ; page = (await api.get(auditor, page.next)).body) {
      positions.push(...page.events.map(({ position }: { position: number }) => position));
      if (page.caughtUp) break;
    }
    expect(positions).toEqual(Array.from({ length: head }, (_, i) => i + 1));
    await api.tokenOf('secretary');
    expect((await api.get(auditor, page.next)).body.events.map(({ type }: { type: string }) => type)).toEqual(['ApiTokenIssued']);
  });

  it('is read by stream and by type, from any position', async () => {
    const all = (await read('?limit=1000&types=AwardRecommended,AwardApproved')).events;
    expect(new Set(all.map(({ type }: { type: string }) => type))).toEqual(new Set(['AwardRecommended', 'AwardApproved']));
    const stream = (await read('?stream=award-AW-2012-056')).events as { position: number; version: number; sentence: string }[];
    expect(stream.map(({ version }) => version)).toEqual(stream.map((_, i) => i + 1));
    expect(stream[0]?.sentence).toMatch(/recommended/i);
    for (const { position, version } of stream) {
      const { events, caughtUp } = await read(`?stream=award-AW-2012-056&after=${position}&limit=1`);
      expect(events.map((event: { version: number }) => event.version)).toEqual(version === stream.length ? [] : [version + 1]);
      expect(caughtUp).toBe(version >= stream.length - 1);
    }
    expect(await read('?stream=award-AW-2099-999')).toMatchObject({ events: [], caughtUp: true });
  });

  it('takes only what it knows, and whoever may read the audit', async () => {
    for (const search of ['?after=-1', '?limit=0', '?limit=1001', '?stream=%00', '?since=3']) expect((await read(search)).status).toBe(400);
    expect((await api.get(await api.tokenOf('recipient'), '/api/v1/events')).body).toMatchObject({ status: 403, permission: 'audit:read' });
  });
});
