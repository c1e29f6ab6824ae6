import { toReference } from '#kernel';
import { rank, type Contender } from './ranking.js';

const bid = (number: number, total: number, assessors = 1): Contender => ({ application: toReference('AP', `AP-2012-00${number}`), organisationName: `Council ${number}`, total, assessors });
const [first, second, third, fourth] = [bid(1, 400), bid(2, 300), bid(3, 300), bid(4, 200)];
const four = [fourth, second, first, third];
const read = (...asked: Parameters<typeof rank>) => {
  const came = rank(...asked);
  return 'tied' in came ? came.tied : came.map(({ organisationName, rank: place, placed }) => `${place} ${organisationName} ${placed}`);
};

describe('a ranking', () => {
  it('puts the best first, and equals share a rank', () => {
    expect(read(four, 3, 1, [])).toEqual(['1 Council 1 recommended', '2 Council 2 recommended', '2 Council 3 recommended', '4 Council 4 reserve']);
  });

  it('compares averages, not sums', () => {
    expect(read([bid(1, 500, 2), bid(2, 300)], 1, 0, [])).toEqual(['1 Council 2 recommended', '2 Council 1 not-placed']);
  });

  it.each([
    ['the last place and the reserve', 2, 2],
    ['the last place and none, where there is no reserve', 2, 0],
    ['the last of the reserve and none', 1, 1],
  ])('says which two are tied where a cut falls between %s', (_, places, reserve) => {
    expect(read(four, places, reserve, [])).toEqual(['Council 2', 'Council 3']);
  });

  it('takes the order that it is given where a cut falls between equals, and their rank stays shared', () => {
    expect(read(four, 2, 1, [third.application])).toEqual(['1 Council 1 recommended', '2 Council 3 recommended', '2 Council 2 reserve', '4 Council 4 not-placed']);
  });

  it('lets no order put a worse one before a better', () => {
    expect(read(four, 1, 0, [fourth.application])).toContain('1 Council 1 recommended');
  });

  it('has room for more than came', () => {
    expect(read([first], 5, 5, [])).toEqual(['1 Council 1 recommended']);
  });
});
