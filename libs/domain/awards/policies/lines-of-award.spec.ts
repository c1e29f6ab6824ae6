import { gbp, toCode, total } from '#kernel';
import { budget } from '#domain/programmes/testing';
import { bearersOf, partsOf, partsUnder } from './lines-of-award.js';

const trust = toCode('TRUST');
const funders = [{ fund: trust, financialYear: 'FY1213', per: 40 }];
const spread = (...pers: readonly (readonly [string, number])[]) => ({ kind: 'spread', parts: pers.map(([financialYear, per]) => ({ financialYear, per })), carryForward: 'never' }) as const;

describe('the budget lines that bear an award', () => {
  it('are the round’s alone where the terms say no more', () => {
    expect(bearersOf({ budget })).toEqual({ first: 10_000, others: [] });
    expect(partsOf(gbp(7), bearersOf({ budget }))).toEqual({ first: gbp(7), others: [] });
  });

  it('share £9,999.99 with another fund to the penny', () => {
    expect(partsOf(gbp(999_999), bearersOf({ budget, funders }))).toEqual({ first: gbp(599_999), others: [gbp(400_000)] });
  });

  it('share what other funds leave over the years', () => {
    const bearers = bearersOf({ budget, funders, years: spread(['FY1213', 50], ['FY1314', 50]) });
    expect(bearers.others.map(({ line: { fund, financialYear }, weight }) => [fund, financialYear, weight])).toEqual([['IMPROVEMENT', 'FY1314', 3000], ['TRUST', 'FY1213', 4000]]);
    expect(partsOf(gbp(100), bearers)).toEqual({ first: gbp(30), others: [gbp(30), gbp(40)] });
  });

  it('leave the first line nothing where the years leave out that of the round', () => {
    const bearers = bearersOf({ budget, years: spread(['FY1314', 100]) });
    expect(partsOf(gbp(100), bearers)).toEqual({ first: gbp(0), others: [gbp(100)] });
  });

  it('bear a part once, where a fund and a year are named twice', () => {
    const bearers = bearersOf({ budget, funders: [{ fund: budget.fund, financialYear: 'FY1314', per: 20 }, { fund: budget.fund, financialYear: 'FY1213', per: 10 }], years: spread(['FY1213', 50], ['FY1314', 50]) });
    expect(bearers).toMatchObject({ first: 4500, others: [{ weight: 5500 }] });
  });
});

describe('an amount under a ceiling', () => {
  it('comes to itself, and asks no line for more than it was approved for', () => {
    for (const ceilings of [[1, 1, 1], [34, 33, 33], [0, 7], [599_999, 400_000], [1, 999_999, 12_345]]) {
      const most = ceilings.map(gbp);
      const ceiling = total(most).minor;
      for (const amount of new Set([0, 1, 2, Math.floor(ceiling / 3), Math.floor(ceiling / 2), ceiling - 1, ceiling])) {
        if (amount > ceiling) continue;
        const parts = partsUnder(gbp(amount), most);
        expect(total(parts)).toEqual(gbp(amount));
        expect(parts.every(({ minor }, i) => minor <= (most[i]?.minor ?? 0))).toBe(true);
      }
    }
  });
});
