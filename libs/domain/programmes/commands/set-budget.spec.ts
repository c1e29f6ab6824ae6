import { gbp } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { limitEvents } from '#domain/limits';
import { BudgetSet } from '../fund.events.js';
import { aFundAndAProgramme, aRound, improvement } from '../testing/index.js';
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
      .when(setBudget, set, by('finance'))
      .then(
        BudgetSet({ ...budgetSet, kind: 'supplementary' }),
        limitEvents.LimitRaised({ unit: 'GBP', bucket: 'available', amount: 12_000_000, because: 'supplementary budget' }),
      ));

  it('needs a fund that is open', () => givenNothing().when(setBudget, set, by('finance')).thenNotFound());
});
