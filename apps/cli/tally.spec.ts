import { writeFileSync } from 'node:fs';
import { desk, type Typed } from './testing/typed.js';

const office = desk();
afterAll(() => office.clear());
const organisation = ['run', 'RegisterOrganisation', '--name', 'Trafford Metropolitan Borough Council', '--type', 'metropolitan', '--by', 'programme-officer'];

/** A log to work with: a fund, and two councils of which one is known by its name only. */
const spring = `playbook: spring
demonstration: true
steps:
  - { on: "2012-04-02", by: finance-officer, do: OpenFund, with: { code: IMPROVEMENT, name: Improvement fund } }
  - { on: "2012-04-03", by: programme-officer, do: RegisterOrganisation, with: { name: Rushcliffe, type: district }, as: $rushcliffe }
`;
beforeAll(async () => {
  writeFileSync(office.path('spring.yaml'), spring);
  expect((await office.type('play', office.path('spring.yaml'), '--demonstration')).exit).toBe(0);
});

describe('tally teaches', () => {
  it('what there is, when nothing is asked', async () => {
    const { exit, out } = await office.type();
    expect(exit).toBe(0);
    for (const name of ['play', 'run', 'commands', 'show', 'history', 'views', 'check', 'rebuild', 'backup', 'restore']) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(out).toContain('Exit codes: 0 done, 1 refused or not in order, 2 bad input, 3 the store is out of reach.');
  });

  it.each(['play', 'run', 'commands', 'show', 'history', 'views', 'check', 'rebuild', 'backup', 'restore'])('how %s is used, with examples', async (name) => {
    const { exit, out } = await office.type(name, '--help');
    expect(exit).toBe(0);
    expect(out).toContain(`Usage: tally ${name} `);
    expect(out).toMatch(/Examples:\n {2}tally /);
  });

  it('every field of a command, with its hint and how to write it', async () => {
    const { out } = await office.type('run', 'ApproveAward', '--help');
    expect(out).toContain('--ceiling <value>');
    expect(out).toMatch(/The most that may be agreed with the recipient; £0\.00 where the\s+scheme gives no money; like "£20,000\.00"/);
    expect(out).toContain("tally run ApproveAward --award AW-2012-004 --ceiling '£20,000.00' --authority.kind delegated --authority.body lead-members --authority.minute words --by programme-manager");
  });

  it('every word and every kind that a field of a command takes', async () => {
    const { out } = await office.type('commands', 'DesignScheme');
    expect(out).toMatch(/terms\.selection .* one of officers, competition, first-come, all-eligible/);
    expect(out).toMatch(/terms\.reporting\.every .* one of month, quarter, year, once/);
    expect(out).toMatch(/terms\.support .* one of cash, days, places, contribution, framework, advice/);
  });

  it('who holds a command, and when it refuses', async () => {
    const { out } = await office.type('commands', 'propose-amount');
    expect(out).toContain('Held by programme-officer, programme-manager (award:negotiate)');
    expect(out).toMatch(/amount-is-over-ceiling {2,}This award was approved up to \{ceiling\}, so \{amount\} cannot be proposed/);
    const all = (await office.type('commands', '--json')).json<readonly { readonly name: string }[]>();
    expect(all.map(({ name }) => name)).toContain('SettlePayment');
  });
});

describe('running a command', () => {
  it('says what happened in a sentence, and gives the reference', async () => {
    const { exit, out } = await office.type(...organisation, '--key', 'trafford');
    expect([exit, out]).toEqual([0, expect.stringMatching(/^OR-\d{4}-\d{3}: RegisterOrganisation is done, at @\d+\n/)]);
    expect(out).toContain('Trafford Metropolitan Borough Council');
  });

  it('stores nothing under a key that was used, and refuses another content for it', async () => {
    await office.type(...organisation, '--key', 'once');
    expect((await office.type(...organisation, '--key', 'once')).out).toContain('was done before under this key');
    const other = await office.type(...organisation.map((word) => (word === 'metropolitan' ? 'district' : word)), '--key', 'once');
    expect([other.exit, other.out]).toEqual([1, 'This key was used before, and "type" was another then. Choose another key, or send what was sent\n']);
  });

  it('stores nothing when it is rehearsed', async () => {
    const before = (await office.type('check', '--json')).json<{ log: { events: number } }>().log.events;
    expect((await office.type(...organisation, '--rehearse')).out).toContain('would be done');
    expect((await office.type('check', '--json')).json<{ log: { events: number } }>().log.events).toBe(before);
  });

  it('takes its input as JSON, from standard input too', async () => {
    const input = '{"organisation":"OR-2012-001","name":"Rushcliffe Borough Council"}';
    expect((await office.typeWith(input, 'run', 'RenameOrganisation', '--input', '-', '--by', 'administrator', '--rehearse')).exit).toBe(0);
    expect((await office.type('run', 'RenameOrganisation', '--input', input, '--name', 'Rushcliffe', '--by', 'administrator')).out).toContain('(name-is-the-same)');
  });

  it('tells a refusal in its sentence, and as JSON', async () => {
    const taken = ['run', 'OpenFund', '--code', 'IMPROVEMENT', '--name', 'Another', '--by', 'finance-officer'];
    expect(await office.type(...taken)).toMatchObject({ exit: 1, out: 'Refused: There is a fund IMPROVEMENT already: Improvement fund (code-is-taken)\n' });
    expect((await office.type(...taken, '--json')).json()).toMatchObject({ outcome: 'refused', refusal: 'code-is-taken', details: { code: 'IMPROVEMENT' } });
  });
});

describe('what is typed wrong is told with what to do', () => {
  it.each<readonly [string, readonly string[], number, string]>([
    ['a command of tally', ['plya'], 2, 'Did you mean play?'],
    ['a command to run', ['run', 'ApprovAward'], 2, 'There is no command "ApprovAward". Did you mean "ApproveAward"?'],
    ['no command to run', ['run'], 2, 'Say which command to run'],
    ['an option', ['show', 'OR-2012-001', '--knownat', '2012-06-13'], 2, 'Did you mean --known-at?'],
    ['no role', ['run', 'OpenFund', '--code', 'A', '--name', 'B'], 2, "required option '--by <role>' not specified"],
    ['a role', [...organisation.slice(0, -1), 'programme-oficer'], 2, 'There is no role "programme-oficer". Did you mean "programme-officer"?'],
    ['a role that may not', [...organisation.slice(0, -1), 'auditor'], 1, 'RegisterOrganisation: The role auditor may not do this: organisation:register is held by'],
    ['a field that is missing', ['run', 'OpenFund', '--code', 'A', '--by', 'finance-officer'], 2, 'name: Name is missing. Write it like "words"'],
    ['an amount', ['run', 'ProposeAmount', '--award', 'AW-2012-001', '--amount', '£1.001', '--by', 'programme-officer'], 2, 'has 3 decimal places. Money has two, like "£20,000.00"'],
    ['a day', [...organisation, '--on', '2012-02-30'], 2, 'on: "2012-02-30" is not a date that exists. Write it like "2012-06-13"'],
    ['a reference nobody created', ['run', 'ProposeAmount', '--award', 'AW-2012-999', '--amount', '£1.00', '--by', 'programme-officer'], 1, 'There is no award AW-2012-999'],
    ['JSON', ['run', 'OpenFund', '--input', '{code:1}', '--by', 'finance-officer'], 2, '--input is not JSON'],
    ['JSON that is no object', ['run', 'OpenFund', '--input', '[1]', '--by', 'finance-officer'], 2, '--input must be fields with values'],
    ['a file', ['play', 'nowhere.yaml'], 3, 'nowhere.yaml: there is no such file or folder'],
    ['a reference to show', ['show', 'AW-2012-999'], 1, 'Nothing was known about AW-2012-999'],
    ['a time that is none', ['show', 'OR-2012-001', '--known-at', 'yesterday'], 2, 'Write a day like 2012-06-13, a London time like 2012-06-13T14:00, or an event like @10482'],
    ['a person by name', [...organisation, '--actor', 'Jane Doe'], 2, '--actor "Jane Doe" is not a person\'s id, like person:4f7c'],
    ['a view', ['rebuild', 'nothing-like-it'], 2, 'There is no view "nothing-like-it"'],
  ])('%s', async (_, words, exit, message) => {
    const typed = await office.type(...words);
    expect(typed.exit).toBe(exit);
    expect(typed.out + typed.err).toContain(message);
    const asJson = await office.type(...words, '--json');
    expect(asJson).toMatchObject({ exit, err: '' });
    expect(typeof asJson.json()).toBe('object');
  });

  it('a folder without a log says how to begin one', async () => {
    const typed = await office.type('check', '--data', office.path('empty'));
    expect([typed.exit, typed.err]).toEqual([3, expect.stringContaining('Begin one with: tally play')]);
  });
});

describe('a log that cannot be used', () => {
  const told = ({ exit, err }: Typed): readonly [number, string] => [exit, err];

  it('is damaged', async () => {
    const broken = desk();
    await broken.type('play', office.path('spring.yaml'), '--demonstration');
    writeFileSync(`${broken.data}/events.db`, 'this is no database, and it is long enough to be looked at as one '.repeat(20));
    expect(told(await broken.type('check'))).toEqual([3, expect.stringContaining('is not an SQLite database')]);
    broken.clear();
  });

  it('is a file where the folder should be', async () => {
    writeFileSync(office.path('file'), 'x');
    const [exit, err] = told(await office.type('play', office.path('spring.yaml'), '--demonstration', '--data', office.path('file')));
    expect([exit, err]).toEqual([3, expect.stringContaining(office.path('file'))]);
  });
});
