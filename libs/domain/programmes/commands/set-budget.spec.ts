import { gbp, toReference } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { limit, limitEvents } from '#domain/limits';
import { BudgetSet } from '../fund.events.js';
import { fund } from '../fund.js';
import { aFundAndAProgramme, aRound, improvement, organisationsOf } from '../testing/index.js';
import { setBudget } from './set-budget.js';

const set = { fund: 'IMPROVEMENT', financialYear: 'FY1213', amount: '£120,000.00' };
const budgetSet = { fund: improvement, financialYear: 'FY1213', amount: gbp(12_000_000) };

describe('setting a budget', () => {
  it('makes money available in its year', () =>
    aFundAndAProgramme
      .when(setBudget, set, by('finance'))
      .then(
        BudgetSet({ ...budgetSet, kind: 'original' }),
        limitEvents.LimitOpened({ subject: 'IMPROVEMENT FY1213', unit: 'GBP', bucket: 'available', amount: 12_000_000 }),
      ));

  it('adds to it the second time, as a supplementary budget', () =>
    aRound
      .and(fund, improvement, BudgetSet({ ...budgetSet, kind: 'original' }))
      .when(setBudget, set, by('finance'))
      .then(
        BudgetSet({ ...budgetSet, kind: 'supplementary' }),
        limitEvents.LimitRaised({ unit: 'GBP', bucket: 'available', amount: 12_000_000, because: 'supplementary budget' }),
      ));

  it('is the original one of a year to which money was only carried forward, or moved from another fund', () =>
    aFundAndAProgramme
      .and(limit, 'fund.IMPROVEMENT.FY1213', limitEvents.LimitOpened({ subject: 'IMPROVEMENT FY1213', unit: 'GBP', bucket: 'allocated', amount: 100_000 }))
      .when(setBudget, set, by('finance'))
      .then(
        BudgetSet({ ...budgetSet, kind: 'original' }),
        limitEvents.LimitRaised({ unit: 'GBP', bucket: 'available', amount: 12_000_000, because: 'original budget' }),
      ));

  it('needs a fund that is open', () => givenNothing().when(setBudget, set, by('finance')).thenNotFound());

  it('names whose money it is, where several bodies pay into one fund', async () => {
    const source = toReference('OR', 'OR-2012-001');
    const given = BudgetSet({ ...budgetSet, kind: 'original', source, sourceName: 'Leeds City Council' });
    await organisationsOf('Leeds City Council')
      .when(setBudget, { ...set, source }, by('finance'))
      .then(given, limitEvents.LimitOpened({ subject: 'IMPROVEMENT FY1213', unit: 'GBP', bucket: 'available', amount: 12_000_000 }));
    expect(BudgetSet.say(given.data)).toBe('£120,000.00 of Leeds City Council was given to IMPROVEMENT for FY1213 as its original budget');
  });
});
