import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { requireService } from '../../../test/support/require-service.js';
import { openApi, type OpenApi } from '../testing/open-api.js';

const run = promisify(execFile);
const examples = [...readFileSync('docs/api.md', 'utf8').matchAll(/```sh\n(curl .*?)```\n```json\n(.*?)```/gs)].map(([, typed = '', shown = '']) => ({ typed, shown: JSON.parse(shown) as object }));

/** Positions move when the demonstration tells more; everything else is as it is shown. */
function anyPosition(key: string, value: unknown): unknown {
  if (key === 'position' && value !== 0) return expect.any(Number) as unknown;
  if (key === 'next') return expect.stringMatching(new RegExp(`^${String(value).split(/@\d+/).map((each) => each.replace(/[.?]/g, '\\$&')).join('@\\d+')}$`)) as unknown;
  return value;
}
const expected = (shown: object): object => JSON.parse(JSON.stringify(shown), anyPosition) as object;

requireService('curl')('the examples of docs/api.md', () => {
  let api: OpenApi;
  let environment: Record<string, string>;
  beforeAll(async () => {
    api = await openApi();
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    environment = { PATH: process.env['PATH'] ?? '', TALLYSTICK: `http://127.0.0.1:${port}`, TOKEN: await api.tokenOf('programme-manager') };
  });
  afterAll(() => api.close());

  it('are at least those for asking, doing, a refusal and the log', () => expect(examples.length).toBeGreaterThan(5));

  it.each(examples.map(({ typed, shown }) => [typed.replace(/\s+/g, ' ').slice(0, 100), typed, shown] as const))('answer as they say: %s', async (_, typed, shown) => {
    const { stdout } = await run('sh', ['-c', typed], { env: environment });
    expect(JSON.parse(stdout)).toMatchObject(expected(shown));
  });
});
