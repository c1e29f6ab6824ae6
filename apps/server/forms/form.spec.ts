import { readInput, type ShapeClass } from '#kernel';
import { commands } from '#domain';
import { commandByPath, pathOf, titleOf } from './command-paths.js';
import { formFields, problemsShown, type FormField } from './form-field.js';
import { readForm, type Words } from './read-form.js';

const none = () => [];
const inputOf = (name: string): ShapeClass => {
  const command = commandByPath(name);
  if (!command) throw new Error(`no command ${name}`);
  return command.input;
};
function send(name: string, words: Words) {
  const shape = inputOf(name);
  const reading = readInput(shape, readForm(shape, words));
  const fields = formFields(shape, { words, problems: reading.ok ? [] : reading.problems, suggestions: none });
  return { reading, fields, problems: problemsShown(fields) };
}
const names = (fields: readonly FormField[]): string[] =>
  fields.flatMap((field) => [field.name, ...names(field.fields ?? []), ...names((field.options ?? []).flatMap((option) => option.fields)), ...names((field.rows ?? []).flat())]);

describe('the form of a command', () => {
  it('takes what was written in the fields of the chosen kind, and nothing of the other', () => {
    const { reading } = send('approve-award', {
      award: 'AW-2012-001', ceiling: '20,000', 'authority.kind': 'delegated', 'authority.delegated.body': 'lead-members', 'authority.delegated.minute': 'LM 1', 'authority.board.decision': 'DC-2012-001',
    });
    expect(reading).toEqual({
      ok: true,
      value: { award: 'AW-2012-001', ceiling: { minor: 2_000_000, currency: 'GBP' }, authority: { kind: 'delegated', body: 'lead-members', minute: 'LM 1' } },
    });
  });

  it('says beside each field what is wrong, in the order of the page, and keeps what was written', () => {
    const { fields, problems } = send('approve-award', { award: 'AW-2012-001', ceiling: '20,00.00', 'authority.kind': 'delegated', 'authority.delegated.body': 'lead members' });
    expect(problems).toEqual([
      { field: 'ceiling', anchor: 'ceiling', message: 'Ceiling: "20,00.00" is not an amount of money. Write it like "£20,000.00"' },
      { field: 'authority.delegated.body', anchor: 'authority-delegated-body', message: 'Body: "lead members" is not a code. Use letters, digits and single hyphens, like lead-members' },
      { field: 'authority.delegated.minute', anchor: 'authority-delegated-minute', message: 'Enter minute' },
    ]);
    expect(fields.find(({ name }) => name === 'ceiling')?.value).toBe('20,00.00');
  });

  it('asks to choose what was not chosen', () => {
    expect(send('approve-award', { award: 'AW-2012-001', ceiling: '1' }).problems).toEqual([{ field: 'authority.kind', anchor: 'authority', message: 'Choose authority' }]);
  });

  it('puts a date together from its three boxes, and says so when the day does not exist', () => {
    const boxes = { 'acceptBy-day': '31', 'acceptBy-month': '4', 'acceptBy-year': '2012' };
    const { problems, fields } = send('offer-agreement', { award: 'AW-2012-001', document: 'MoA', ...boxes });
    expect(problems).toEqual([{ field: 'acceptBy', anchor: 'acceptBy-day', message: expect.stringContaining('2012-04-31') as string }]);
    expect(fields.find(({ name }) => name === 'acceptBy')?.boxes).toEqual(['31', '4', '2012']);
    expect(send('offer-agreement', { award: 'AW-2012-001', document: 'MoA', ...boxes, 'acceptBy-day': '3' }).reading).toMatchObject({ ok: true, value: { acceptBy: '2012-04-03' } });
  });

  it('leaves out the rows of a list that were left empty, and points at the right row when one is wrong', () => {
    const words = { round: 'RD-2012-001', organisation: 'OR-2012-001', title: 'T', source: 'open-call', 'partners.1.organisation': 'OR-2012-002', 'partners.1.role': 'joint-applicant' };
    expect(send('nominate', words).reading).toMatchObject({ ok: true, value: { partners: [{ organisation: 'OR-2012-002', role: 'joint-applicant' }] } });
    const { problems, fields } = send('nominate', { ...words, 'partners.1.role': '' });
    expect(problems).toEqual([{ field: 'partners.1.role', anchor: 'partners-1-role', message: 'Choose role' }]);
    expect(fields.find(({ name }) => name === 'partners')?.rows).toHaveLength(4);
  });

  it('an optional field that was left empty is left out', () => {
    expect(send('nominate', { round: 'RD-2012-001', organisation: 'OR-2012-001', title: 'T', source: 'open-call' }).reading).toMatchObject({ ok: true });
  });

  it('a field name that would reach into the object itself is only a name', () => {
    expect(readForm(inputOf('approve-award'), JSON.parse('{"__proto__":"x","constructor":"y"}') as Words)).toEqual({});
  });
});

describe('every command has a form', () => {
  it.each(commands.map(({ name }) => [pathOf(name), titleOf(name)]))('%s: %s', (path) => {
    const fields = formFields(inputOf(path), { words: {}, problems: [], suggestions: none });
    const asked = names(fields);
    expect(new Set(asked).size).toBe(asked.length);
    // The form itself asks for the day and carries a key: a command must not use those names.
    expect(asked.filter((name) => name === 'on' || name.startsWith('_'))).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
  });
});
