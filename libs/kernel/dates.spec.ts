import { endOfLondonDay, londonDate, toDate } from './dates.js';

describe('a day in London', () => {
  it.each([
    ['2012-06-12T22:59:59.999Z', '2012-06-12'],
    ['2012-06-12T23:00:00.000Z', '2012-06-13'],
    ['2012-06-12T23:30:00.000Z', '2012-06-13'],
    ['2012-12-12T23:30:00.000Z', '2012-12-12'],
    ['2012-06-12T23:30:00.000+01:00', '2012-06-12'],
    ['2012-06-12T23:30:00.000Z', '2012-06-13'],
  ])('at %s is %s, in summer time and out of it, whatever was asked before', (instant, day) => {
    expect(londonDate(instant)).toBe(day);
  });
});

describe('the end of a day in London', () => {
  it.each([['0000-01-01', '0000-01-01T23:59:59.999Z'], ['1500-06-13', '1500-06-13T23:59:59.999Z'], ['2012-06-13', '2012-06-13T22:59:59.999Z'], ['9999-12-31', '9999-12-31T23:59:59.999Z']])('%s is %s', (day, instant) => {
    expect(endOfLondonDay(toDate(day))).toBe(instant);
  });
});
