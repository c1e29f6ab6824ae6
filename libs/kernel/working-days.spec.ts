import { bankHolidaysReach } from './bank-holidays.js';
import { toDate } from './dates.js';
import { addWorkingDays, bankHolidaysOf, byStandingRule, easterOf, isWorkingDay, workingDayFrom } from './working-days.js';

/** What royal proclamations moved or added, which no rule could know. */
const proclaimed: Readonly<Record<number, { readonly taken: readonly string[]; readonly given: readonly string[] }>> = {
  2012: { taken: ['2012-05-28'], given: ['2012-06-04', '2012-06-05'] }, // diamond jubilee
  2020: { taken: ['2020-05-04'], given: ['2020-05-08'] }, // 75 years of peace
  2022: { taken: ['2022-05-30'], given: ['2022-06-02', '2022-06-03', '2022-09-19'] }, // platinum jubilee, funeral
  2023: { taken: [], given: ['2023-05-08'] }, // coronation
};
const years = Array.from({ length: bankHolidaysReach.to - bankHolidaysReach.from + 1 }, (_, index) => bankHolidaysReach.from + index);

describe('working days in England', () => {
  it.each(years)('of %i are those of the standing rule, but for what was proclaimed', (year) => {
    const { taken = [], given = [] } = proclaimed[year] ?? {};
    const expected = [...byStandingRule(year).filter((day) => !taken.includes(day)), ...given].sort();
    expect([...bankHolidaysOf(year)].sort()).toEqual(expected);
    expect(expected.every((day) => ![0, 6].includes(new Date(day).getUTCDay()))).toBe(true);
  });

  it.each([[2011, '2011-04-24'], [2016, '2016-03-27'], [2019, '2019-04-21'], [2024, '2024-03-31'], [2038, '2038-04-25']])('Easter of %i is on %s', (year, on) => {
    expect(easterOf(year)).toBe(on);
  });

  it('beyond the list follow the standing rule', () => {
    expect([...bankHolidaysOf(2033)].sort()).toEqual(['2033-01-03', '2033-04-15', '2033-04-18', '2033-05-02', '2033-05-30', '2033-08-29', '2033-12-26', '2033-12-27']);
    expect([...bankHolidaysOf(1999)]).toHaveLength(8);
  });

  it.each([
    ['2012-06-01', 1, '2012-06-06'], // over a weekend and both days of the jubilee
    ['2012-06-06', -1, '2012-06-01'],
    ['2021-12-24', 1, '2021-12-29'], // Christmas on a Saturday
    ['2022-12-23', 2, '2022-12-29'], // Christmas on a Sunday
    ['2012-06-09', 1, '2012-06-11'],
    ['2012-06-09', 0, '2012-06-09'],
  ])('%s and %i working days is %s', (from, days, to) => {
    expect(addWorkingDays(toDate(from), days)).toBe(to);
  });

  it('begin anew after a weekend and after Easter', () => {
    expect([workingDayFrom(toDate('2013-03-29')), workingDayFrom(toDate('2013-04-02'))]).toEqual(['2013-04-02', '2013-04-02']);
    expect([isWorkingDay(toDate('2012-08-27')), isWorkingDay(toDate('2012-08-28'))]).toEqual([false, true]);
  });
});
