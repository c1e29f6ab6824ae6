import supertest from 'supertest';
import { noTracing, openWatch, watchOf } from '#platform/telemetry';
import { openCollector } from '../../libs/platform/telemetry/testing/collector.js';
import { firstAdministratorLink } from './first-administrator-link.js';
import { openHouse, type OpenHouse } from './testing/open-house.js';

const passphrase = 'hazel ferry nine lanterns';
const metricsToken = 'a-token-that-nobody-guesses';
const secrets = /ada example|ada@|hazel ferry|person:|jane doe|AW-2012|nobody-guesses/i;

describe('a server that is looked after', () => {
  const lines: string[] = [];
  let live: OpenHouse;
  let ada: ReturnType<typeof supertest.agent>;

  beforeAll(async () => {
    live = await openHouse({ kind: 'live', metricsToken, onLogLine: (line) => void lines.push(line) });
    ada = supertest.agent(live.http);
    const link = (await firstAdministratorLink(live.house)) ?? '';
    await ada.post(link).type('form').send({ signInName: 'ada@example.org', displayName: 'Ada Example', passphrase, again: passphrase });
  });
  afterAll(() => live.close());
  const anybody = () => supertest(live.http);
  const requests = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request');

  it('tells load balancers that it lives and is ready, without a word of who has signed in, and without a line in the log', async () => {
    const before = requests().length;
    for (const path of ['/health/live', '/health/ready']) expect((await anybody().get(path)).status).toBe(200);
    expect(requests()).toHaveLength(before);
  });

  it('shows its measures to whoever shows the token', async () => {
    expect((await anybody().get('/metrics')).status).toBe(401);
    expect((await ada.get('/metrics')).status).toBe(401);
    const { status, text, headers } = await anybody().get('/metrics').set('authorization', `Bearer ${metricsToken}`);
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(text).toMatch(/tallystick_command_seconds_count\{command="GrantRole",outcome="done"\} 1/);
    expect(text).toMatch(/tallystick_http_request_seconds_count\{kind="page",method="POST",status="303"\} [1-9]/);
    expect(text).toMatch(/^tallystick_ready 1$/m);
    expect(text).not.toMatch(secrets);
  });

  it('writes one line a request: the pattern of its route and never its address', async () => {
    await ada.get('/search?q=Jane+Doe');
    await ada.get('/awards/AW-2012-001');
    await ada.get('/people/person:0c7a');
    await anybody().post('/sign-in').type('form').send({ signInName: 'ada@example.org', passphrase });
    await anybody().get('/api/v1/questions/award?reference=AW-2012-001').set('authorization', `Bearer ${passphrase}`);
    await anybody().get('/nowhere/Jane-Doe');
    expect(requests().map(({ method, route }) => `${String(method)} ${String(route)}`)).toEqual(expect.arrayContaining(['GET /search', 'GET /awards/:ref', 'POST /sign-in', 'GET none']));
    for (const line of requests()) expect(Object.keys(line).sort()).toEqual(['level', 'method', 'ms', 'msg', 'name', 'part', 'request', 'route', 'status', 'time']);
    expect(lines.join('')).not.toMatch(secrets);
  });

  it('writes a body that cannot be read, and a fault, without what was typed', async () => {
    const { headers } = await anybody().post('/api/v1/commands/grant-role').set('content-type', 'application/json').send('Jane Doe typed {"passphrase": "hazel ferry"');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}$/);
    live.standing.log.error({ err: Object.assign(new Error('Key (name)=("Jane Doe") exists'), { detail: 'Jane Doe', parameters: [passphrase] }) }, 'a page failed');
    expect(lines.at(-1)).toContain('"type":"Error"');
    expect(lines.join('')).not.toMatch(secrets);
  });

  it('gives back the id of a request, which the log has, too', async () => {
    const { headers } = await anybody().get('/accessibility');
    expect(requests().at(-1)).toMatchObject({ request: headers['x-request-id'], route: '/accessibility', status: 200 });
  });

  it('is not ready from the moment it is told to stop, and still answers who is there', async () => {
    live.standing.gate.drain();
    expect((await anybody().get('/health/ready')).status).toBe(503);
    expect((await anybody().get('/health/live')).status).toBe(200);
    expect((await ada.get('/people')).status).toBe(200);
  });
});

it('without a token nobody reads measures at the pages’ port, whoever they are', async () => {
  const house = await openHouse({ kind: 'live', watch: watchOf(noTracing) });
  const { status, text } = await supertest(house.http).get('/metrics');
  expect([status, text]).toEqual([404, expect.stringContaining('OPERATIONS_PORT')]);
  await house.close();
});

it('a trace goes from the request through its command and its event to every view that takes it, and names nobody', async () => {
  const collector = await openCollector();
  const lines: string[] = [];
  const house = await openHouse({ kind: 'live', onLogLine: (line) => void lines.push(line), watch: await openWatch('server', { OTEL_EXPORTER_OTLP_ENDPOINT: collector.address }, '1') });
  const link = (await firstAdministratorLink(house.house)) ?? '';
  await supertest(house.http).post(link).type('form').send({ signInName: 'ada@example.org', displayName: 'Ada Example', passphrase, again: passphrase });
  await house.house.views.caughtUp();
  await house.close();
  await house.standing.watch.close();
  await collector.close();

  const spans = collector.spans();
  const request = spans.find(({ name }) => name === 'POST /first-administrator/:token');
  const within = (parent: string | undefined) => spans.filter(({ parentSpanId }) => parentSpanId !== undefined && parentSpanId === parent);
  const [command] = within(request?.spanId).filter(({ name }) => name === 'command GrantRole');
  expect(within(command?.spanId).map(({ name }) => name)).toEqual(['append']);
  const views = spans.filter(({ name, links = [] }) => name.startsWith('view ') && links.some(({ traceId }) => traceId === request?.traceId));
  expect(views.map(({ name }) => name)).toContain('view people');
  expect(lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ msg }) => msg === 'request')).toMatchObject({ trace: request?.traceId });
  expect(collector.words()).not.toMatch(secrets);
});
