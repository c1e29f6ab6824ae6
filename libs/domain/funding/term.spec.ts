import { toDate } from '#kernel';
import { wholeMonths } from './term.js';

describe('a term', () => {
  it.each([
    ['2012-12-01', '2014-11-30', 24],
    ['2012-11-28', '2015-12-31', 37],
    ['2012-11-28', '2015-12-26', 36],
    ['2012-11-28', '2015-12-27', 37],
    ['2012-06-13', '2012-06-13', 0],
    ['2012-01-31', '2012-02-29', 1],
  ])('from %s until %s has %d whole months', (from, until, months) => expect(wholeMonths({ from: toDate(from), until: toDate(until) })).toBe(months));
});
