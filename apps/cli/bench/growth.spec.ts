import { growthOf } from './growth.js';
import { percentile } from './percentile.js';
import { fullScansIn } from './plans.js';

const sizes = [10_000, 100_000, 1_000_000];
const of = (value: (events: number) => number) => growthOf('anything', sizes.map((events) => ({ events, value: value(events) })))[0];

describe('how a measure grows with the log', () => {
  it.each([
    ['stays as it is', () => 7, 0, 1],
    ['grows in step', (events: number) => events / 3, 1, 100],
    ['grows with the square root', (events: number) => Math.sqrt(events), 0.5, 10],
    ['falls', (events: number) => 1 / events, -1, 0.01],
  ])('%s', (_, value, exponent, ratio) => {
    expect(of(value)?.exponent).toBeCloseTo(exponent, 10);
    expect(of(value)?.largestOverSmallest).toBeCloseTo(ratio, 10);
  });

  it('is not told from two sizes: a line goes through any two points', () => {
    expect(growthOf('anything', [{ events: 1, value: 1 }, { events: 2, value: 9 }])).toEqual([]);
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  it.each([[0.5, 50], [0.95, 95], [1, 100]])('of %d is the value that so many do not exceed', (share, value) => {
    expect(percentile(hundred, share)).toBe(value);
  });
});

describe('a query plan', () => {
  it.each(['SCAN awards', 'SCAN ledger__2_1_postings', 'SCAN awards LEFT-JOIN'])('with %s goes through a whole table', (step) => {
    expect(fullScansIn([step])).toEqual([step]);
  });
  it.each(['SEARCH awards USING INDEX awards__now (reference=?)', 'SCAN awards USING COVERING INDEX by_name', 'SCAN awards USING INDEX by_name', 'SCAN CONSTANT ROW', 'SCAN (subquery-2)', 'SCAN spans VIRTUAL TABLE INDEX 1:', 'USE TEMP B-TREE FOR ORDER BY'])('with %s does not', (step) => {
    expect(fullScansIn([step])).toEqual([]);
  });
  it('may go through a list that it brings by name, and not through a table that it makes one of', () => {
    expect(fullScansIn(['CO-ROUTINE spans', 'SCAN 3 CONSTANT ROWS', 'SCAN spans', 'SEARCH lines USING INDEX i (span=?)'])).toEqual([]);
    expect(fullScansIn(['MATERIALIZE all', 'SCAN awards', 'SCAN all'])).toEqual(['SCAN awards']);
  });
});
