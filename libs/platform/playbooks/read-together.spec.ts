import { commands } from '#domain';
import { maySignInAs } from '#domain/people';
import { readTogether } from './read-together.js';

const book = (name: string, steps: readonly string[], after?: string) => {
  const header = [`playbook: ${name}`, ...(after === undefined ? [] : [`after: ${after}`]), 'steps:'];
  return { file: `${name}.yaml`, text: [...header, ...steps.map((step) => `  ${step}`), ''].join('\n') };
};
const register = (name: string, as: string): string =>
  `- { on: "2012-05-01", by: programme-officer, do: RegisterOrganisation, with: { name: ${name}, type: district }, as: ${as} }`;
const rename = (organisation: string): string =>
  `- { on: "2012-06-01", by: programme-manager, do: RenameOrganisation, with: { organisation: ${organisation}, name: Another } }`;
const read = (...texts: ReturnType<typeof book>[]) => readTogether(texts, commands, maySignInAs);
const names = (...texts: ReturnType<typeof book>[]) => {
  const reading = read(...texts);
  return reading.ok ? reading.value.map(({ name }) => name) : reading;
};

describe('playbooks that are read together', () => {
  const [derby, rests] = [book('derby', [register('Derby', '$derby')]), book('amber', [rename('$derby')], '[derby]')];

  it('use the names of one that stands behind them among the files, and come after it', () => expect(names(rests, derby)).toEqual(['derby', 'amber']));

  it('stay in the order in which they came where nothing binds them', () =>
    expect(names(book('b', [register('B', '$b')]), book('a', [register('A', '$a')]))).toEqual(['b', 'a']));

  it('are refused where they go round, with the names and the line', () => {
    const [one, two, three] = [register('One', '$one'), register('Two', '$two'), register('Three', '$three')];
    const message = 'after: this goes round, "one" after "three" after "two" after "one". Leave one of them out';
    expect(read(book('one', [one], 'three'), book('two', [two], 'one'), book('three', [three], '[two]'))).toEqual({ ok: false, file: 'two.yaml', problems: [{ line: 2, message }] });
  });

  it('are refused where one comes after itself', () =>
    expect(read(book('one', [register('One', '$one')], 'one'))).toMatchObject({ ok: false, problems: [{ message: 'after: this goes round, "one" after "one". Leave one of them out' }] }));

  it('are refused where a playbook is named that is not among them', () => {
    const message = 'after: no playbook "derby" is played before this one. Play it first, or together with this one';
    expect(read(rests)).toMatchObject({ ok: false, file: 'amber.yaml', problems: [{ line: 2, message }] });
  });

  it('are refused where two have one name, since their steps could not be told apart', () =>
    expect(read(derby, { ...derby, file: 'copy.yaml' })).toMatchObject({ ok: false, file: 'copy.yaml', problems: [{ message: expect.stringContaining('derby.yaml is called "derby" too') as string }] }));

  it('tell which file has something wrong', () =>
    expect(read(derby, book('wrong', [rename('$york')]))).toMatchObject({ ok: false, file: 'wrong.yaml', problems: [{ line: 3 }] }));
});
