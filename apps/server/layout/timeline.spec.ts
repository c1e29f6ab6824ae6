import type { Visit } from '../visits/visit.js';
import { stepsThrough, timelineOf } from './timeline.js';

const visit: Visit = { path: '/awards/AW-2012-001', query: {}, session: undefined, past: undefined, pastTrouble: undefined };
const at = (position: number): Visit => ({ ...visit, past: { position, words: `event @${position}`, written: `@${position}` } });
const entry = (position: number, recordedAt: string) => ({ position, sentence: `s${position}`, type: 'T', stream: 'award-AW-2012-001', actor: 'person:x', role: 'auditor', effectiveOn: '2012-12-31', recordedAt, isLate: false });

describe('a timeline', () => {
  it('is told newest first, by the year on a London wall, and counts down to the first', () => {
    const years = timelineOf([entry(3, '2012-06-13T12:00:00.000Z'), entry(9, '2013-01-01T00:30:00.000Z'), entry(7, '2012-12-31T23:30:00.000Z')], visit, '/awards/AW-2012-001');
    expect(years.map(({ year, start, items }) => [year, start, items.map(({ position }) => position)])).toEqual([
      ['2013', 3, [9]],
      ['2012', 2, [7, 3]],
    ]);
    expect(years[0]?.items[0]).toMatchObject({ eventHref: '/events/9', thenHref: '/awards/AW-2012-001/at/9' });
  });
});

describe('stepping through changes', () => {
  const page = '/awards/AW-2012-001';
  it('from today the step back is to the change before the last', () => {
    expect(stepsThrough([3, 7, 9], visit, page)).toEqual({ previous: `${page}?known-at=@7`, next: undefined });
  });

  it('between two changes both are one step away', () => {
    expect(stepsThrough([3, 7, 9], at(8), page)).toEqual({ previous: `${page}?known-at=@3`, next: `${page}?known-at=@9` });
  });

  it('before the first change there is nothing to step back to', () => {
    expect(stepsThrough([3, 7, 9], at(2), page)).toEqual({ previous: undefined, next: `${page}?known-at=@3` });
    expect(stepsThrough([], visit, page)).toEqual({ previous: undefined, next: undefined });
  });
});
