import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { systemClock, type EventStore } from '#platform/event-store';
import { Gate } from './gate.js';
import { openLog } from './log.js';
import { Measures } from './measures.js';
import { openOperationsPort } from './operations-port.js';
import { readOperationsSettings, UnusableSetting } from './operations-settings.js';
import { Survey, type SurveyParts } from './survey.js';

const ports: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const port of ports.splice(0)) await port.close();
});

async function open({ metricsToken, ...parts }: Partial<SurveyParts> & { readonly metricsToken?: string } = {}) {
  const store: EventStore = openMemoryEventStore();
  const measures = new Measures();
  const survey = new Survey({ store, clock: systemClock, measures, folder: tmpdir(), views: { status: async () => ({ head: 0, works: [], views: [] }) }, ...parts });
  const gate = new Gate({ survey, measures, answersFromViews: true });
  const port = await openOperationsPort({ gate, survey, measures, log: openLog({ level: 'error', part: 'test' }), ...(metricsToken === undefined ? {} : { metricsToken }) }, { host: '127.0.0.1', port: 0 });
  ports.push(port);
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port.port}${path}`, init);
  return { ask, gate };
}

const away = () => Promise.reject(new Error('connection refused'));
const hangs = () => new Promise<never>(() => undefined);

describe('the port of operators', () => {
  it('says that the process lives, whatever else is away', async () => {
    const { ask } = await open({ store: { head: away, readAll: away } });
    expect((await ask('/health/live')).status).toBe(200);
    const ready = await ask('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', because: 'the log does not answer' }]);
  });

  it('is ready when the log and the views answer, and not once it drains', async () => {
    const { ask, gate } = await open();
    expect((await ask('/health/ready')).status).toBe(200);
    gate.drain();
    expect((await ask('/health/ready')).status).toBe(503);
  });

  it('shows measures in time even when a part of the house hangs, and says which', async () => {
    const { ask } = await open({ jobs: { status: hangs }, sessions: () => Promise.resolve(7) });
    const page = await (await ask('/metrics')).text();
    expect(page).toMatch(/^tallystick_reachable\{part="jobs"\} 0$/m);
    expect(page).toMatch(/^tallystick_reachable\{part="log"\} 1$/m);
    expect(page).toMatch(/^tallystick_sessions 7$/m);
  });

  it('shows measures only to whoever shows the token, where there is one', async () => {
    const { ask } = await open({ metricsToken: 'a-token-that-nobody-guesses' });
    expect((await ask('/metrics')).status).toBe(401);
    expect((await ask('/metrics', { headers: { authorization: 'Bearer another' } })).status).toBe(401);
    expect((await ask('/metrics', { headers: { authorization: 'Bearer a-token-that-nobody-guesses' } })).status).toBe(200);
  });

  it('has nothing else, and changes nothing', async () => {
    const { ask } = await open();
    expect((await ask('/')).status).toBe(404);
    expect((await ask('/__proto__')).status).toBe(404);
    expect((await ask('/metrics', { method: 'POST' })).status).toBe(405);
  });

  it('a disk that is not there is said, not thrown', async () => {
    const { ask } = await open({ folder: join(tmpdir(), 'no-such-folder-here') });
    expect(await (await ask('/metrics')).text()).toMatch(/^tallystick_reachable\{part="disk"\} 0$/m);
  });
});

describe('its settings', () => {
  it('open nothing when nothing is set, and only this machine when a port is', () => {
    expect(readOperationsSettings({})).toEqual({ port: undefined, host: '127.0.0.1', metricsToken: undefined, drainSeconds: 0 });
    expect(readOperationsSettings({ OPERATIONS_PORT: '9464' })).toMatchObject({ port: 9464, host: '127.0.0.1' });
  });

  it.each([{ OPERATIONS_PORT: 'many' }, { OPERATIONS_PORT: '70000' }, { DRAIN_SECONDS: '-1' }, { METRICS_TOKEN: 'short' }])('%j is refused and says what to write', (environment) => {
    expect(() => readOperationsSettings(environment)).toThrow(UnusableSetting);
    expect(() => readOperationsSettings(environment)).toThrow(/Write/);
  });

  it('a token that is refused is not repeated', () => {
    expect(() => readOperationsSettings({ METRICS_TOKEN: 'hunter2' })).not.toThrow(/hunter2/);
  });
});
