import { readFileSync } from 'node:fs';
import { merged, play } from '#platform/playbooks';
import { demonstrationPlaybooks } from '../../apps/server/demonstration.js';
import { openDemonstration } from '../support/demonstration-house.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';
import { givenBy, known } from '../support/known-references.js';

/** Numbers are given in the order of recording, so a new playbook shifts them: this says which, and to what. */
describe('the references of the demonstration', () => {
  let folder: TemporaryFolder;
  let references: Readonly<Record<string, string>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    const playbooks = demonstrationPlaybooks('infra/demonstration');
    const house = await openDemonstration(playbooks, { folder: folder.path('data'), settings: { EVENT_STORE_URL: 'memory:references' } });
    ({ references } = await play(merged(playbooks), { kind: house.kind, run: house.engine.run.bind(house.engine), wasPlayed: () => Promise.resolve(false) }));
    await house.close();
  }, 120_000);
  afterAll(() => folder.remove());

  it('are those that specs and journeys name', () => {
    const given = Object.entries(givenBy).map(([what, [playbook, name]]) => [what, playbook, name, references[`$b${playbook}-of-${name.slice(1)}`]]);
    expect(given).toEqual(Object.entries(givenBy).map(([what, each]) => [what, ...each]));
  });

  it.each([['README.md', 'birmingham'], ['docs/api.md', 'birmingham']] as const)('%s names %s as the demonstration does, and no other award', (file, what) => {
    const named = new Set(readFileSync(file, 'utf8').match(/\bAW-\d{4}-\d{3}\b/g));
    expect([...named]).toEqual([known(what)]);
  });
});
