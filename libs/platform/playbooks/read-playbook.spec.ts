import { readFileSync } from 'node:fs';
import { longestPlaybook } from './read-playbook.js';
import { playbook, problemsOf } from './testing/staged.js';

const fund = '{ code: IMPROVEMENT, name: Improvement fund }';
const step = (more: string, command = 'OpenFund', by = 'finance-officer'): string => `- on: "2012-04-02"\n  by: ${by}\n  do: ${command}\n  ${more.replaceAll('\n', '\n  ')}\n`;
const budget = (amount: string): string => step(`with: { fund: IMPROVEMENT, financialYear: FY1213, amount: ${amount} }`, 'SetBudget');

describe('a playbook', () => {
  it('is read with its header, its rows and what was assumed', () => {
    const book = playbook(readFileSync('infra/demonstration/future-councils.yaml', 'utf8'), 'infra/demonstration/future-councils.yaml');
    expect(book).toMatchObject({ name: 'future-councils', demonstration: true });
    expect(book.assumed).toHaveLength(7);
    expect(book.steps.find(({ as }) => as === '$birmingham-council')?.with.value).toEqual({ name: 'Birmingham City Council', type: 'metropolitan' });
    const late = book.steps.find(({ as }) => as === '$scarborough-evidence');
    expect(late).toMatchObject({ on: '2012-12-14', recordedAt: '2013-02-11T10:30:00.000Z' });
  });

  it('may be a bare list, named after its file, that is no demonstration', () => {
    expect(playbook(step(`with: ${fund}`), 'somewhere/spring.yaml')).toMatchObject({ name: 'spring', demonstration: false, steps: [{ recordedAt: '2012-04-02T12:00:00.000Z' }] });
  });

  it('may be JSON Lines, with or without a header', () => {
    const line = '{"on":"2012-04-02","by":"finance-officer","do":"OpenFund","with":{"code":"A","name":"A fund"}}';
    expect(playbook(`${line}\n\n${line.replace('"A"', '"B"')}\n`, 'a.jsonl')).toMatchObject({ name: 'a', steps: [{ line: 1 }, { line: 3 }] });
    expect(playbook(`{"playbook":"spring","demonstration":true}\n${line}`, 'a.jsonl')).toMatchObject({ name: 'spring', demonstration: true, steps: [{ line: 2 }] });
  });

  it('takes a summer day or London time as its time of recording', () => {
    const [noon, local] = ['"2012-06-14"', '"2012-06-14T09:30"'].map((recorded) => playbook(step(`with: ${fund}\nrecorded: ${recorded}`)).steps[0]?.recordedAt);
    expect([noon, local]).toEqual(['2012-06-14T12:00:00.000Z', '2012-06-14T08:30:00.000Z']);
  });
});

describe('rows that several steps share', () => {
  const header = (rows: string): string => `playbook: shared\nrows:\n  councils: ${rows}\nsteps:\n`;
  const steps =
    step('with: { name: $name, type: $type }\nas: $council-*\nrepeat: councils', 'RegisterOrganisation', 'administrator') +
    step('with: { organisation: $council-*, name: $later }\nrepeat: councils', 'RenameOrganisation', 'administrator');
  const row = (name: string) => `{ row: ${name}, name: "Council of ${name}", type: district, later: "${name} Council" }`;

  it('become steps of each, named by the row, and take the words that they need', () => {
    const { steps: read } = playbook(header(`[${row('leeds')}, ${row('kent')}]`) + steps);
    expect(read.map(({ command, as, with: { value } }) => [command.name, as, value])).toEqual([
      ['RegisterOrganisation', '$council-leeds', { name: 'Council of leeds', type: 'district' }],
      ['RegisterOrganisation', '$council-kent', { name: 'Council of kent', type: 'district' }],
      ['RenameOrganisation', undefined, { organisation: '$council-leeds', name: 'leeds Council' }],
      ['RenameOrganisation', undefined, { organisation: '$council-kent', name: 'kent Council' }],
    ]);
  });

  it('are missed where nobody wrote them, and need a name of their own for names', () => {
    expect(problemsOf(header(`[${row('leeds')}]`) + steps.replaceAll('repeat: councils', 'repeat: council'))[0]).toContain('There are no rows "council". Did you mean "councils"?');
    expect(problemsOf(header('[{ name: Leeds, type: district, later: Leeds }]') + steps)[0]).toContain("takes the row's own name, and this row has none");
    expect(problemsOf(header('Leeds') + steps)[0]).toContain('rows: councils must be a list of rows');
  });
});

describe('money that somebody forgot to quote', () => {
  it('is found where YAML split it at its comma', () => {
    expect(problemsOf(budget('£20,000.00'))).toEqual(['4: Money without quotes: YAML split £20,000.00 at its comma. Write "£20,000.00"']);
    expect(problemsOf(budget('1,234,567.89'))).toEqual(['4: Money without quotes: YAML split 1,234,567.89 at its comma. Write "1,234,567.89"']);
    expect(problemsOf(budget('£1,000,000,000.00'))[0]).toContain('Write "£1,000,000,000.00"');
  });

  it('is right without quotes where YAML does not split it', () => {
    expect(playbook(step('with:\n  fund: IMPROVEMENT\n  financialYear: FY1213\n  amount: £20,000.00', 'SetBudget')).steps).toHaveLength(1);
  });

  it.each([
    ['20000.00', 'Amount came as a number. Put money in quotes, like "£20,000.00"'],
    ['20000.5', 'Amount came as a number. Put money in quotes, like "£20,000.00"'],
    ['"£20,000.001"', 'Amount: "£20,000.001" has 3 decimal places. Money has two, like "£20,000.00"'],
    ['"£0.00"', 'Amount must be more than £0.00'],
    ['"lots"', 'Amount: "lots" is not an amount of money. Write it like "£20,000.00"'],
    ['[1, 2]', 'Amount must be money, like "£20,000.00"'],
  ])('is refused as %s, with the line', (amount, message) => {
    expect(problemsOf(budget(amount))).toEqual([`4: SetBudget, amount: ${message}`]);
  });
});

describe('a slip in a playbook is told with its line and what to do about it', () => {
  it.each([
    ['a command that does not exist', step(`with: ${fund}`, 'OpenFunds'), '3: There is no command "OpenFunds". Did you mean "OpenFund"?'],
    ['a role that does not exist', step(`with: ${fund}`, 'OpenFund', 'finance-oficer'), '2: by: there is no role "finance-oficer". Did you mean "finance-officer"?'],
    ['the role that no person holds', step(`with: ${fund}`, 'OpenFund', 'clockwork'), '2: by: there is no role "clockwork". There are: administrator, '],
    ['a misspelt field', step('with: { code: A, nmae: A fund }'), '4: OpenFund, nmae: There is no field "nmae". Did you mean "name"?'],
    ['a missing field', step('with: { code: A }'), '4: OpenFund, name: Name is missing. Write it like "words"'],
    ['a wrong type', step('with: { code: A, name: 7 }'), '4: OpenFund, name: Name must be text'],
    ['a day that does not exist', step(`with: ${fund}`).replace('04-02', '02-30'), '1: on: "2012-02-30" is not a date that exists. Write it like on: "2012-06-13"'],
    ['no day', step(`with: ${fund}`).replace('on: "2012-04-02"\n  ', ''), '1: This step has no on. Write it like on: "2012-06-13"'],
    ['a time of recording that is none', step(`with: ${fund}\nrecorded: "noon"`), '5: recorded: "noon" is not a day or a London time'],
    ['a key that no step has', step(`with: ${fund}\nrefuse: code-is-taken`), '5: A step has no "refuse". Did you mean "refused"?'],
    ['a refusal that the command does not know', step(`with: ${fund}\nrefused: code-is-take`), '5: OpenFund never refuses with "code-is-take". Did you mean "code-is-taken"?'],
    ['a name that nobody created', step('with: { award: $brimingham, amount: "£1.00" }', 'ProposeAmount', 'programme-officer'), '4: Nobody created $brimingham before this step. No step before it has as:'],
    ['a name without its sign', step(`with: ${fund}\nas: fund`), '5: as: "fund" is not a name. Write it like as: $birmingham'],
    ['a person by name', step(`with: ${fund}\nactor: Jane Doe`), '5: actor: "Jane Doe" is not a person\'s id, like person:4f7c'],
    ['a row that says what nothing asks for', step('with: { code: $code, name: A fund }\nrepeat: [{ code: A, town: X }]'), '5: This row has "town", but nothing in with: says $town. Write town: $town there'],
    ['rows that are no list', step(`with: ${fund}\nrepeat: yes`), '5: repeat must be a list of rows'],
    ['an input that is no mapping', step('with: A fund'), '4: with must be fields with values'],
    ['a key said twice', step(`with: ${fund}\nnote: a\nnote: b`), '6: "note" is there twice. Keep one of them'],
    ['a step that is a word', '- OpenFund\n', '1: A step is a mapping with on, by, do and with'],
    ['an anchor', step(`with: &fund ${fund}`) + step('with: *fund'), '8: A playbook has no *fund: write it out'],
    ['no steps', 'playbook: x\n', '1: This playbook has no steps'],
    ['an unknown word in the header', `playbook: x\nstep: []\nsteps:\n${step(`with: ${fund}`)}`, '2: A playbook has no "step". Did you mean "steps"?'],
    ['an empty file', '', '1: This playbook has no steps'],
    ['YAML that does not parse', '- on: "2012-04-02\n  by: x\n', 'This is not YAML: Missing closing "quote. Close the quotation mark on the same line'],
    ['brackets that stay open', '- { on: "2012-04-02", by: x\n- y', 'This is not YAML: '],
    ['brackets without end', '['.repeat(100_000), '1: '],
    ['brackets in brackets', `- ${'['.repeat(300)}${']'.repeat(300)}`, '1: More than 32 brackets inside brackets'],
    ['brackets beyond all measure', `- ${'['.repeat(9_000)}${']'.repeat(9_000)}`, 'look for some that were never closed'],
  ])('%s', (_, text, message) => {
    const problems = problemsOf(text);
    expect(problems.join('\n')).toContain(message);
    expect(problems.every((problem) => /^\d+: .+/.test(problem))).toBe(true);
  });

  it('a reference of another kind is named as it was written', () => {
    const council = step('with: { name: Trafford, type: metropolitan }\nas: $trafford', 'RegisterOrganisation', 'programme-officer');
    expect(problemsOf(council + step('with: { application: $trafford }', 'RecommendAward', 'programme-officer'))).toEqual([
      '9: RecommendAward, application: Application: "$trafford" is not a reference of an application, like AP-2012-004',
    ]);
    expect(problemsOf(council + council)).toEqual(['6: $trafford is taken by an earlier step. Choose another name']);
  });

  it('a slip inside a list is told with its own line', () => {
    const nominate = step('with:\n  round: RD-2012-001\n  organisation: OR-2012-001\n  title: x\n  source: open-call\n  partners:\n    - { organisation: OR-2012-002, role: friend }', 'Nominate', 'programme-officer');
    expect(problemsOf(nominate)).toEqual([expect.stringMatching(/^10: Nominate, partners\.0\.role: Role must be one of: joint-applicant/)]);
  });

  it('every slip is told at once, in the order of the lines', () => {
    expect(problemsOf(step(`with: ${fund}`, 'OpenFunds') + step(`with: ${fund}`, 'OpenFund', 'nobody')).map((problem) => problem.split(':')[0])).toEqual(['3', '6']);
  });

  it('JSON that does not parse is told with its line', () => {
    expect(problemsOf('{"playbook":"x"}\n{"on": 2012-04-02}\n', 'a.jsonl')).toEqual([expect.stringMatching(/^2: This line is not JSON: .+ Write one step a line/)]);
  });

  it('JSON that is nested beyond all measure is refused with its line', () => {
    expect(problemsOf(`{"playbook":"x"}\n{"on":${'['.repeat(20_000)}${']'.repeat(20_000)}}\n`, 'a.jsonl')).toEqual([expect.stringMatching(/^2: More than 32 brackets/)]);
  });

  it('a file of ten megabytes is refused before it is read', () => {
    const [problem] = problemsOf(' '.repeat(10_000_000));
    expect(problem).toBe(`1: This playbook has 10000000 bytes, above the limit of ${longestPlaybook}. Split it into several files and play them in order`);
  });
});
