import { globSync, readFileSync } from 'node:fs';
import { desk } from '../../../apps/cli/testing/typed.js';

const schemes = [
  ['warm-libraries', 'WARMLIB', /warm.?lib/i],
  ['repair-cafes', 'REPAIRCAF', /repair.?caf/i],
  ['flood-wardens', 'FLOODWARD', /flood.?ward/i],
] as const;

describe.each(schemes)('the scheme of %s.yaml', (book, programme, names) => {
  const office = desk();
  afterAll(() => office.clear());

  it('is played by tally into an empty log, where everything is in order, and told in words', async () => {
    const { exit, json } = await office.type('play', `test/stories/unseen/${book}.yaml`, '--demonstration', '--json');
    expect([exit, json()]).toEqual([0, expect.objectContaining({ outcome: 'played' })]);
    expect((await office.type('check', '--json')).json()).toMatchObject({ outcome: 'in-order', findings: [] });
    expect((await office.type('scheme', programme)).out).toContain('What is given');
  }, 120_000);

  it('has no name in any source', () => {
    const sources = globSync('{libs,apps}/**/*.{ts,js,njk,css,json}').filter((file) => !file.endsWith('.spec.ts'));
    expect(sources.length).toBeGreaterThan(500);
    expect(sources.filter((file) => names.test(file) || names.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
