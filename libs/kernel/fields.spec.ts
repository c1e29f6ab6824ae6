import { group, list, money, date, oneOf, optional, readInput, reference, text, variant, choice, count, yesNo, type AwardRef, type Money, type IsoDate, type FieldValue } from './index.js';

const authority = oneOf('Authority', {
  board: variant({ minute: text('Minute') }, 'the board, minute {minute}'),
  delegated: variant({ body: text('Body'), limit: optional(money('Limit')) }, '{body} under delegation'),
});
const partner = { name: text('Name'), role: choice('Role', { partner: 'partner', assurance: 'project assurance' }) };

class Approve {
  @reference('AW', 'Award') award!: AwardRef;
  @money('Ceiling') ceiling!: Money;
  @authority authority!: FieldValue<typeof authority>;
  @optional(date('Decided on')) decidedOn?: IsoDate;
  @optional(list('Partners', partner, '{name} as {role}')) partners?: readonly { readonly name: string; readonly role: 'partner' | 'assurance' }[];
}
const good = { award: 'AW-2012-001', ceiling: '£20,000.00', authority: { kind: 'board', minute: '3.1' } };
const problems = (raw: unknown) => {
  const reading = readInput(Approve, raw);
  return reading.ok ? [] : reading.problems;
};

describe('an input', () => {
  it('is brought into form, as plain data', () => {
    const reading = readInput(Approve, { ...good, decidedOn: '2012-06-13', partners: [{ name: ' Amey ', role: 'partner' }] });
    expect(reading).toEqual({ ok: true, value: {
      award: 'AW-2012-001', ceiling: { minor: 2_000_000, currency: 'GBP' }, authority: { kind: 'board', minute: '3.1' },
      decidedOn: '2012-06-13', partners: [{ name: 'Amey', role: 'partner' }],
    } });
  });

  it.each([
    ['a missing field', { ...good, ceiling: undefined }, 'ceiling', 'Ceiling is missing'],
    ['a misspelt field', { ...good, cieling: '£1.00' }, 'cieling', 'Did you mean "ceiling"?'],
    ['money as a number', { ...good, ceiling: 20000 }, 'ceiling', 'Put money in quotes'],
    ['three decimals', { ...good, ceiling: '£1.005' }, 'ceiling', '3 decimal places'],
    ['a float in disguise', { ...good, ceiling: { minor: 1.5, currency: 'GBP' } }, 'ceiling', 'must be money'],
    ['no money at all', { ...good, ceiling: '£0.00' }, 'ceiling', 'more than £0.00'],
    ['an amount split at its comma', { ...good, ceiling: '£20', '000.00': null }, '000.00', 'split at its comma'],
    ['a date that does not exist', { ...good, decidedOn: '2012-02-30' }, 'decidedOn', 'not a date that exists'],
    ['a reference of another kind', { ...good, award: 'PY-2012-001' }, 'award', 'not a reference of an award'],
    ['an unknown kind', { ...good, authority: { kind: 'chair' } }, 'authority', 'one of board, delegated'],
    ['a nested missing field', { ...good, authority: { kind: 'board' } }, 'authority.minute', 'Minute is missing'],
    ['a nested unknown field', { ...good, authority: { kind: 'board', minute: '1', mintue: '2' } }, 'authority.mintue', 'Did you mean "minute"?'],
    ['a word not on the list', { ...good, partners: [{ name: 'A', role: 'helper' }] }, 'partners.0.role', 'one of: partner, assurance'],
    ['a list that is no list', { ...good, partners: 'A' }, 'partners', 'must be a list'],
    ['a line break in a line', { ...good, authority: { kind: 'board', minute: 'a\nb' } }, 'authority.minute', 'line break'],
    ['more money than can be added up', { ...good, ceiling: '£90,071,992,547,409.91' }, 'ceiling', 'more than £10,000,000,000.00'],
    ['a letter that steers a terminal', { ...good, authority: { kind: 'board', minute: 'a\u009b2J' } }, 'authority.minute', 'hidden character'],
    ['letters that turn the direction of writing', { ...good, authority: { kind: 'board', minute: 'paid \u202eon' } }, 'authority.minute', 'hidden character'],
    ['an object that says itself what it is', { ...good, award: { toString: 1, valueOf: 1 } }, 'award', '"an object" is not a reference'],
    ['a kind that says itself what it is', { ...good, authority: { kind: { toString: 1, valueOf: 1 } } }, 'authority', 'one of board, delegated'],
    ['a list deeper than the stack', { ...good, decidedOn: JSON.parse(`${'['.repeat(40_000)}${']'.repeat(40_000)}`) as unknown }, 'decidedOn', '"a list" is not a date'],
    ['a list of lists deeper than the stack', { ...good, partners: JSON.parse(`${'['.repeat(40_000)}${']'.repeat(40_000)}`) as unknown }, 'partners.0', 'needs the fields name, role'],
    ['a kind that is a list deeper than the stack', { ...good, authority: JSON.parse(`${'['.repeat(40_000)}${']'.repeat(40_000)}`) as unknown }, 'authority', 'one of board, delegated'],
    ['nothing in place of an item', { ...good, partners: [null] }, 'partners.0', 'needs the fields name, role'],
    ['no fields at all', 'AW-2012-001', '', 'must be fields with values'],
  ])('with %s says where and what to do', (_, raw, field, message) => {
    expect(problems(raw)).toContainEqual({ field, message: expect.stringContaining(message) as unknown });
  });

  it('cannot reach the prototype', () => {
    const reading = readInput(Approve, JSON.parse('{"__proto__":{"award":"AW-2012-001"},"ceiling":"£1.00","authority":{"kind":"board","minute":"1"}}'));
    expect(reading.ok).toBe(false);
    expect(({} as Record<string, unknown>)['award']).toBeUndefined();
  });
});

describe('a field in words', () => {
  it('says a kind by its own sentence, and a list item by item', () => {
    expect(authority.spec.show({ kind: 'delegated', body: 'Lead Members' })).toBe('Lead Members under delegation');
    expect(list('Partners', partner, '{name} as {role}').spec.show([{ name: 'Amey', role: 'assurance' }])).toBe('Amey as project assurance');
    expect(group('Pair', { n: count('N'), yes: yesNo('Yes') }, '{n}/{yes}').spec.show({ n: 2, yes: true })).toBe('2/yes');
  });
});
