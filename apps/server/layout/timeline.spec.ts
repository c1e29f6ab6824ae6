import type { Visit } from '../visits/visit.js';
import { beforeIn, shownTimeline, stepsThrough, timelineOf } from './timeline.js';

const visit: Visit = { path: '/awards/AW-2012-001', query: {}, session: undefined, past: undefined, pastTrouble: undefined };
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
  it('leads to the change before the one that is seen, and to the one after it', () => {
    expect(stepsThrough({ first: 3, previous: 3, current: 7, next: 9 }, page)).toEqual({ previous: `${page}?known-at=@3`, next: `${page}?known-at=@9` });
  });

  it('leads nowhere where there is nothing more', () => {
    expect(stepsThrough({}, page)).toEqual({ previous: undefined, next: undefined });
  });
});

describe('a long timeline', () => {
  const page = { entries: [entry(3, '2012-06-13T12:00:00.000Z')], before: 3 };
  it('goes on where a page ends, and back to its newest events', () => {
    expect(shownTimeline(page, visit, undefined)).toMatchObject({ older: '/awards/AW-2012-001?before=3#timeline', newest: undefined });
    expect(shownTimeline({ entries: [] }, { ...visit, query: { before: '3' } }, undefined)).toMatchObject({ older: undefined, newest: '/awards/AW-2012-001#timeline' });
  });

  it('goes back from a position only', () => {
    expect([beforeIn({ query: { before: '12' } }), beforeIn({ query: { before: '-1' } }), beforeIn({ query: {} })]).toEqual([12, undefined, undefined]);
  });
});
