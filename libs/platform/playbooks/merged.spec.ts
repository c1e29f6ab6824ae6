import { merged } from './merged.js';
import { play } from './play.js';
import { readPlaybook } from './read-playbook.js';
import type { Playbook } from './playbook.js';
import { commands } from '#domain';
import { maySignInAs } from '#domain/people';
import { staged } from './testing/staged.js';

const register = (on: string, name: string, as: string): string => `- { on: "${on}", by: programme-officer, do: RegisterOrganisation, with: { name: ${name}, type: district }, as: ${as} }`;
const rename = (on: string, organisation: string, name: string): string => `- { on: "${on}", by: programme-manager, do: RenameOrganisation, with: { organisation: ${organisation}, name: ${name} } }`;

function book(name: string, steps: readonly string[], before: readonly Playbook[] = [], header = ''): Playbook {
  const reading = readPlaybook(`${name}.yaml`, `playbook: ${name}\n${header}steps:\n${steps.map((step) => `  ${step}`).join('\n')}\n`, commands, maySignInAs, before);
  if (!reading.ok) throw new Error(reading.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return reading.value;
}

describe('several playbooks together', () => {
  const first = book('first', [register('2012-04-02', 'Trafford', '$one'), register('2012-06-01', 'Derby', '$two')]);
  const second = book('second', [register('2012-05-01', 'Amber', '$one'), rename('2012-06-02', '$one', 'Amber Valley'), rename('2012-06-03', '$two', 'Derby City')], [first], 'after: [first]\n');

  it('are played in the order of recording, and each keeps its own names', async () => {
    const { stage, store } = await staged();
    const report = await play(merged([first, second]), stage);
    expect(report.stopped).toBeUndefined();
    expect(report).toMatchObject({ played: 5, recordedLate: 0 });
    const { events } = await store.readAll({ after: 1, limit: 100, types: ['OrganisationRegistered', 'OrganisationRenamed'] });
    expect(events.map(({ recordedAt, data }) => [recordedAt.slice(0, 10), (data as { name: string }).name])).toEqual([
      ['2012-04-02', 'Trafford'], ['2012-05-01', 'Amber'], ['2012-06-01', 'Derby'], ['2012-06-02', 'Amber Valley'], ['2012-06-03', 'Derby City'],
    ]);
  });

  it('are the same steps as when they are played one by one', async () => {
    const { stage } = await staged();
    await play(merged([first, second]), stage);
    const { references } = await play(first, stage);
    expect(await play(second, stage, { given: references })).toMatchObject({ played: 0, repeated: 3 });
  });

  it('use only names of those that they say they come after', () => {
    expect(() => book('third', [rename('2012-07-01', '$two', 'Derby')], [first])).toThrow('Nobody created $two before this step');
    expect(() => book('third', [rename('2012-07-01', '$two', 'Derby')], [first], 'after: [frist]\n')).toThrow('after: no playbook "frist" is played before this one');
  });

  it('stop at a step that is recorded before the one above it in its own playbook', async () => {
    const backwards = book('backwards', [register('2012-05-02', 'Leeds', '$leeds'), register('2012-05-01', 'York', '$york')]);
    const { stage } = await staged();
    expect((await play(merged([first, backwards]), stage)).stopped).toMatchObject({ file: 'backwards.yaml', reason: expect.stringContaining('before the one above it') as string });
  });
});
