import fc from 'fast-check';
import { compare, hundredths, pointsOf, type Total } from './points.js';

const totals = fc.record({ total: fc.integer({ min: 0, max: 200_000 }), assessors: fc.integer({ min: 1, max: 20 }) });
const scores = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 100 }), score: fc.integer({ min: 0, max: 100 }) }), { minLength: 1, maxLength: 10 });

describe('the points of an application', () => {
  it('are each score times its weight', () => {
    expect(pointsOf([{ weight: 60, score: 4 }, { weight: 40, score: 3 }])).toBe(360);
  });

  it.each([
    ['all of it', { total: 500, assessors: 1 }, 10_000],
    ['nothing', { total: 0, assessors: 3 }, 0],
    ['a third, rounded down', { total: 500, assessors: 3 }, 3_333],
    ['half a hundredth, rounded up', { total: 1_001, assessors: 16 }, 1_251],
  ])('read as hundredths out of 100: %s', (_, total, expected) => {
    expect(hundredths(total, 5)).toBe(expected);
  });

  it('do not depend on which assessor scored first', () => {
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 6 }), (assessments) => {
        const of = (each: readonly (readonly { weight: number; score: number }[])[]): Total => ({ total: each.map(pointsOf).reduce((a, b) => a + b, 0), assessors: each.length });
        expect(compare(of(assessments), of([...assessments].reverse()))).toBe(0);
      }),
    );
  });

  it('put any applications in one order, whichever two are compared first', () => {
    fc.assert(
      fc.property(totals, totals, totals, (a, b, c) => {
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
        if (compare(a, b) === 0 && compare(b, c) === 0) expect(compare(a, c)).toBe(0);
      }),
    );
  });

  it('read as no better than those of an application ranked above', () => {
    fc.assert(
      fc.property(totals, totals, (a, b) => {
        if (compare(a, b) < 0) expect(hundredths(a, 5)).toBeGreaterThanOrEqual(hundredths(b, 5));
      }),
    );
  });
});
