import { aYear, answerAfter, generator, poisson, type Rates } from './queue.js';
import { assumed, expectedByHour } from './demand.js';
import { extrapolated } from './extrapolated.js';

const rates: Rates = [
  { callers: 1, perSecond: 200 },
  { callers: 32, perSecond: 1_600 },
  { callers: 128, perSecond: 1_500 },
];
const usual = { beforeClosing: assumed.beforeClosing, closings: assumed.closings, closingHours: assumed.closingHours };

describe('a year of commands', () => {
  it('has as many of them as were expected, most on weekdays in office hours, and a rush before each round closes', () => {
    const hours = expectedByHour({ commands: 1_000_000, ...usual });
    expect(hours).toHaveLength(8_760);
    expect(Math.round(hours.reduce((sum, each) => sum + each, 0))).toBe(1_000_000);
    const wednesday = hours.slice(0, 24);
    const saturday = hours.slice(3 * 24, 4 * 24);
    expect(wednesday.reduce((a, b) => a + b)).toBeGreaterThan(10 * saturday.reduce((a, b) => a + b));
    expect(wednesday[10]).toBeGreaterThan(50 * (wednesday[3] ?? 0));
    const rush = hours.filter((each) => each > 2 * (wednesday[10] ?? 0) && each > 0.9 * Math.max(...hours) * 0.8);
    expect(rush.length).toBeGreaterThanOrEqual(usual.closings);
  });

  it('is the same for the same seed, and takes about as long as was measured where nobody waits', () => {
    const hours = expectedByHour({ commands: 1_000_000, ...usual }).slice(0, 48);
    const expected = hours.reduce((sum, each) => sum + each, 0);
    const [one, same, other] = [aYear(hours, rates, 7), aYear(hours, rates, 7), aYear(hours, rates, 8)];
    expect(same).toEqual(one);
    expect(other.commands).not.toBe(one.commands);
    expect(Math.abs(one.commands / expected - 1)).toBeLessThan(0.1);
    expect(one.p50).toBeCloseTo(5, 0);
    expect(one.secondsBehind).toBe(0);
  });

  it('falls behind when more is asked than a store was measured to do, and says for how long', () => {
    const hours = new Float64Array([1_700 * 3_600, 0]);
    const { p99, busiestShare, secondsBehind, longestSeconds } = aYear(hours, rates, 1);
    expect(busiestShare).toBeCloseTo(1_700 / 1_600, 2);
    expect(secondsBehind).toBeGreaterThan(3_600);
    expect(longestSeconds).toBeGreaterThan(100);
    expect(p99).toBeGreaterThan(100_000);
  });
});

describe('how soon a command is answered', () => {
  it.each([
    [1, 5],
    [200, 5],
    [1_600, 20],
    [3_200, 1_020],
  ])('when %i are asked for in a second, after %i ms', (perSecond, milliseconds) => {
    expect(answerAfter(perSecond, rates)).toBeCloseTo(milliseconds, 6);
  });

  it('grows with what is asked', () => {
    const answers = [100, 400, 800, 1_200, 1_600, 1_700].map((each) => answerAfter(each, rates));
    expect(answers).toEqual(answers.toSorted((a, b) => a - b));
  });
});

test.each([0.5, 20, 400])('Arrivals of which %d are expected come to that on average, and vary as chance does', (mean) => {
  const random = generator(3);
  const drawn = Array.from({ length: 20_000 }, poisson(mean, random));
  const average = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
  const variance = drawn.reduce((sum, each) => sum + (each - average) ** 2, 0) / drawn.length;
  expect(average / mean).toBeCloseTo(1, 1);
  expect(variance / mean).toBeCloseTo(1, 1);
});

test('What was measured at two sizes goes on in a straight line', () => {
  expect(extrapolated([{ events: 100, value: 1_000 }, { events: 200, value: 1_800 }], 1_200)).toBe(9_800);
  expect(extrapolated([{ events: 100, value: 1_000 }], 1_000)).toBe(10_000);
});
