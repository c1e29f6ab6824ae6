import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './index.js';

const normal = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.normalize('NFC'));
const { tree: admitted } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    normal,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 5 }),
    fc.dictionary(normal, tie('tree'), { maxKeys: 6 }),
  ),
}));

describe('canonical JSON', () => {
  test.each([
    ['literals', [null, true, false], '[null,true,false]'],
    ['the text of RFC 8785', { string: '€$\u000f\nA\'B"\\\\"/' }, '{"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'],
    ['whole numbers', [0, -0, 1e2, 1e15, 9007199254740991, -9007199254740991], '[0,0,100,1000000000000000,9007199254740991,-9007199254740991]'],
    ['nothing', {}, '{}'],
    ['an object without a prototype', Object.assign(Object.create(null), { a: [] }), '{"a":[]}'],
  ])('writes %s', (_, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  test('sorts keys by UTF-16 unit, as in the sample of RFC 8785', () => {
    // The sample's last name is U+FB33, which normal form C takes apart: its two characters stand for it here.
    const sample = {
      '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\u05d3\u05bc': 'Hebrew Letter Dalet With Dagesh', '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = [...canonicalJson(sample).matchAll(/:"([^"]+)"/g)].map(([, name]) => name?.split(' ')[0]);
    expect(order).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Hebrew', 'Euro', 'Emoji:']);
    expect(canonicalJson(sample)).toBe(canonicalize(sample));
  });

  test('writes the same bytes as the canonicalize package for all it admits', () => {
    fc.assert(fc.property(admitted, (value) => expect(canonicalJson(value)).toBe(canonicalize(value))), { numRuns: 1_000 });
  });

  test('is its own canonical form when it is read back', () => {
    fc.assert(fc.property(admitted, (value) => expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))));
  });

  const round: unknown[] = [];
  round.push({ round });
  test.each<[what: string, value: unknown, message: RegExp]>([
    ['a fraction', { amount: { pounds: 0.1 } }, /^\$\.amount\.pounds is 0\.1: only whole numbers/],
    ['a number that floats cannot hold', [1, 2 ** 53], /^\$\[1\] is 9007199254740992/],
    ['what is not a number', NaN, /^\$ is NaN/],
    ['endlessness', [-Infinity], /^\$\[0\] is -Infinity/],
    ['a missing value', { a: { b: undefined } }, /^\$\.a\.b is undefined/],
    ['a gap in a list', { list: [1, , 3] }, /^\$\.list\[1\] is undefined/],
    ['a big integer', { n: 1n }, /^\$\.n is bigint/],
    ['a function', { toJSON: () => 1 }, /^\$\.toJSON is function/],
    ['a symbol', [Symbol('x')], /^\$\[0\] is symbol/],
    ['half a character', ['a\udc00'], /^\$\[0\] holds half/],
    ['half a character in a key', { x: { '\ud800': 1 } }, /^\$\.x\.\ud800 holds half/],
    ['text that is not normalised', { name: 'e\u0301' }, /^\$\.name is not in Unicode normal form C/],
    ['a date', { on: new Date(0) }, /^\$\.on is not a plain object/],
    ['a map', { rows: new Map() }, /^\$\.rows is not a plain object/],
    ['a class', [new (class Award {})()], /^\$\[0\] is not a plain object/],
    ['what contains itself', round, /lies deeper than 64 levels, or contains itself$/],
  ])('refuses %s and names the place', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ kind: 'invalid', message: expect.stringMatching(message) }));
  });
});
