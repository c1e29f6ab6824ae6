import { spanOf } from './reporting-period.js';

describe('the period of a report', () => {
  it.each([
    ['2012-06', 'month', '2012-06-01', '2012-06-30'],
    ['2012-02', 'month', '2012-02-01', '2012-02-29'],
    ['2012-12', 'month', '2012-12-01', '2012-12-31'],
    ['FY1213-Q1', 'quarter', '2012-04-01', '2012-06-30'],
    ['FY1213-Q3', 'quarter', '2012-10-01', '2012-12-31'],
    ['FY1213-Q4', 'quarter', '2013-01-01', '2013-03-31'],
    ['FY1213', 'year', '2012-04-01', '2013-03-31'],
    ['FY9900', 'year', '1999-04-01', '2000-03-31'],
  ])('%s is a %s from %s to %s', (period, every, from, until) => expect(spanOf(period)).toEqual({ every, from, until }));

  it.each(['2012', '2012-13', '2012-00', 'FY1214', 'FY1213-Q5', 'June 2012', ''])('"%s" is none', (period) => expect(spanOf(period)).toBeUndefined());
});
