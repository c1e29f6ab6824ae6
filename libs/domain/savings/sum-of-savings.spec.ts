import { gbp, nil, toCode, type Money } from '#kernel';
import { firstAward } from '#domain/awards/testing';
import { figureOn, type Basis } from './basis.js';
import { sumOfSavings, type SavingFigure } from './sum-of-savings.js';

const pounds = (amount: number): Money => gbp(amount * 100);
/** Productivity Experts in 2016/17: "estimated to deliver £26.5 million in efficiency savings". */
const estimated: SavingFigure = {
  basis: 'forecast', kind: 'cashable', period: { kind: 'year', financialYear: 'FY1617' }, amount: pounds(26_500_000), qualifier: 'exact', attribution: 'attributable', programme: toCode('PRODEXP'),
};
/** The year after: "efficiency savings and/or income generation of £7.3 million". */
const unsplit: SavingFigure = { ...estimated, kind: 'savings-or-income', period: { kind: 'year', financialYear: 'FY1718' }, amount: pounds(7_300_000) };
/** "Contributed to … £133 million across the lifetime of the programme". */
const evaluated: SavingFigure = {
  ...estimated, basis: 'lifetime', kind: 'savings-or-income', period: { kind: 'lifetime', of: 'the programme' }, amount: pounds(133_000_000), attribution: 'contributed-to',
};

describe('the sum of savings', () => {
  it('refuses to add the estimate of a year to an evaluator’s lifetime, and says why', () => {
    expect(sumOfSavings([estimated, evaluated])).toEqual({
      added: false,
      because: 'bases-differ',
      sentence: 'These figures stand on different bases (forecast, over a lifetime), so they are not added: the same pound may be in each. Choose one basis',
    });
  });

  it.each<[Basis, Basis]>([['forecast', 'claimed'], ['forecast', 'validated'], ['claimed', 'validated']])('refuses to add what is %s to what is %s', (one, other) => {
    expect(sumOfSavings([{ ...estimated, basis: one }, { ...estimated, basis: other }])).toMatchObject({ added: false, because: 'bases-differ' });
  });

  it('refuses to add the lifetimes of different things', () => {
    expect(sumOfSavings([evaluated, { ...evaluated, period: { kind: 'lifetime', of: 'a pilot' } }])).toMatchObject({
      added: false, because: 'lifetimes-differ', sentence: expect.stringContaining('the programme; a pilot') as string,
    });
  });

  it('adds years on one basis, and calls unsplit figures "savings or income"', () => {
    expect(sumOfSavings([unsplit, estimated])).toEqual({
      added: true, basis: 'forecast', amount: pounds(33_800_000), qualifier: 'exact', label: 'savings or income', attribution: 'attributable', years: ['FY1617', 'FY1718'], mayOverlap: false,
    });
  });

  it('adds over £2.0 million of savings and £0.6 million of income to over £2.6 million', () => {
    const savings: SavingFigure = { ...estimated, amount: pounds(2_000_000), qualifier: 'over' };
    expect(sumOfSavings([savings, { ...estimated, kind: 'income', amount: pounds(600_000) }])).toMatchObject({ amount: pounds(2_600_000), qualifier: 'over', label: 'savings or income' });
  });

  it('keeps the name of a single kind, and names avoided cost in a mix', () => {
    const avoided: SavingFigure = { ...estimated, kind: 'avoided-cost' };
    expect(sumOfSavings([estimated, estimated])).toMatchObject({ label: 'cashable savings' });
    expect(sumOfSavings([avoided])).toMatchObject({ label: 'avoided cost' });
    expect(sumOfSavings([estimated, avoided])).toMatchObject({ label: 'savings or income, avoided cost among it' });
  });

  it('is no surer than its parts', () => {
    expect(sumOfSavings([{ ...estimated, qualifier: 'over' }, { ...estimated, qualifier: 'up-to' }])).toMatchObject({ qualifier: 'about' });
    expect(sumOfSavings([estimated, { ...estimated, attribution: 'contributed-to' }])).toMatchObject({ attribution: 'contributed-to' });
  });

  it('says that two figures of the same thing, kind and year may tell of the same pounds', () => {
    const claimed = { ...estimated, award: firstAward };
    expect(sumOfSavings([claimed, { ...claimed, amount: pounds(1) }])).toMatchObject({ mayOverlap: true });
    expect(sumOfSavings([claimed, { ...claimed, kind: 'income' }])).toMatchObject({ mayOverlap: false });
    expect(sumOfSavings([claimed, { ...claimed, period: { kind: 'year', financialYear: 'FY1819' } }])).toMatchObject({ mayOverlap: false });
  });

  it('says that a programme’s figure may hold those of its awards', () => {
    expect(sumOfSavings([estimated, { ...estimated, award: firstAward }])).toMatchObject({ mayOverlap: true });
    expect(sumOfSavings([estimated, { ...estimated, programme: toCode('BEHAVIOUR'), award: firstAward }])).toMatchObject({ mayOverlap: false });
  });

  it('of nothing is nothing', () => {
    expect(sumOfSavings([])).toMatchObject({ added: true, amount: nil, years: [] });
  });
});

describe('the figure of a saving on a basis', () => {
  const year = { period: estimated.period, qualifier: 'over', buckets: { forecast: pounds(4), claimed: pounds(3), validated: pounds(2), rejected: pounds(1) } } as const;

  it('holds what has gone further, and never what was rejected', () => {
    expect(figureOn('forecast', year)).toEqual({ amount: pounds(9), qualifier: 'over' });
    expect(figureOn('claimed', year)).toEqual({ amount: pounds(5), qualifier: 'exact' });
    expect(figureOn('validated', year)).toEqual({ amount: pounds(2), qualifier: 'exact' });
    expect(figureOn('lifetime', year)).toBeUndefined();
  });

  it('of a lifetime is on no other basis', () => {
    const stated = { ...year, period: evaluated.period, buckets: { ...year.buckets, claimed: nil, validated: nil, rejected: nil } };
    expect(figureOn('lifetime', stated)).toEqual({ amount: pounds(4), qualifier: 'over' });
    expect(figureOn('forecast', stated)).toBeUndefined();
    expect(figureOn('claimed', stated)).toBeUndefined();
  });
});
