import { pageOfThing, shownAt } from './pages-of-things.js';

describe('where things are shown', () => {
  it('a reference leads to the page of its kind, and an expert has none', () => {
    expect(shownAt('CH-2012-001')).toEqual({ noun: 'cohort', page: '/cohorts/CH-2012-001' });
    expect(shownAt('FN-2012-001')).toEqual({ noun: 'funding', page: '/fundings/FN-2012-001' });
    expect(shownAt('EX-2012-001')).toBeUndefined();
    expect(shownAt('FUTURE')).toBeUndefined();
  });

  it('a waiting list is shown with its cohort, or under its round; days with their award', () => {
    expect(pageOfThing('queue', 'CH-2012-001')).toBe('/cohorts/CH-2012-001');
    expect(pageOfThing('queue', 'RD-2012-001')).toBe('/rounds/RD-2012-001/waiting-list');
    expect(pageOfThing('dayslog', 'AW-2012-001')).toBe('/awards/AW-2012-001');
    expect(pageOfThing('advice', 'AD-2012-001')).toBe('/');
  });
});
