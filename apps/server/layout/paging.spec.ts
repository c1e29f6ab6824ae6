import { captionOf, pagesAround, pagingOf } from './paging.js';

const visit = { path: '/awards', query: { stage: 'agreed', page: '2' }, session: undefined, past: undefined, pastTrouble: undefined };

describe('pages of a list', () => {
  it('keep their filters, and the first has no number', () => {
    const paging = pagingOf(visit);
    expect(paging).toEqual({ page: 2, size: 100 });
    expect(pagesAround(visit, paging, 311)).toEqual({ previous: '/awards?stage=agreed', next: '/awards?stage=agreed&page=3' });
  });

  it('a page that is no number is the first', () => {
    expect(pagingOf({ query: { page: '-1' } }).page).toBe(1);
    expect(pagesAround(visit, { page: 1, size: 100 }, 100)).toEqual({ previous: undefined, next: undefined });
  });

  it('say how many there are', () => {
    expect(captionOf(['entry', 'entries'], { page: 1, size: 100 }, 1, 1)).toBe('1 entry');
    expect(captionOf(['entry', 'entries'], { page: 3, size: 100 }, 11, 211)).toBe('Entries 201 to 211 of 211');
  });
});
