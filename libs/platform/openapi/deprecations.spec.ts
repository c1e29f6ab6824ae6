import { toDate } from '#kernel';
import { deprecationHeaders, deprecations, type Deprecations } from './deprecations.js';

const going: Deprecations = { '/commands/open-box': { announcedOn: toDate('2027-01-01'), goesOn: toDate('2028-01-01'), instead: 'Use unlock-box.' } };

describe('what is to go', () => {
  it('says in each answer since when, and until when it is there', () => {
    expect(deprecationHeaders('/commands/open-box', going)).toEqual({ deprecation: '@1798761600', sunset: 'Sat, 01 Jan 2028 00:00:00 GMT' });
  });
  it('and nothing else says so', () => {
    expect(deprecationHeaders('/commands/shut-box', going)).toEqual({});
    expect(deprecationHeaders('constructor', going)).toEqual({});
  });
  it('stays for 12 months at least', () => {
    const year = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
    expect(Object.entries(deprecations).filter(([, { announcedOn, goesOn }]) => goesOn < year(announcedOn))).toEqual([]);
  });
});
