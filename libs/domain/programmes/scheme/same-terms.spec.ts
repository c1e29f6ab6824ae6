import fc from 'fast-check';
import { sameTerms } from './same-terms.js';

describe('whether two terms say the same', () => {
  it('is not a matter of the order of fields, nor of fields without a value', () => {
    expect(sameTerms({ a: 1, b: { c: [1, { d: 2 }] } }, { b: { c: [1, { d: 2 }] }, a: 1, e: undefined })).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: [] }, { a: {} }],
    [{ a: null }, { a: {} }],
    [{ a: 1, b: 1 }, { a: 1 }],
  ])('%j and %j differ', (one, other) => {
    expect(sameTerms(one, other)).toBe(false);
    expect(sameTerms(other, one)).toBe(false);
  });

  it('whatever is stored comes back the same', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => sameTerms(value, JSON.parse(JSON.stringify(value)))));
  });
});
