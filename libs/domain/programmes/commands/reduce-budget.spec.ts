import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { limitEvents } from '#domain/limits';
import { BudgetReduced } from '../fund.events.js';
import { aFundAndAProgramme, aRound, improvement } from '../testing/index.js';
import { reduceBudget } from './reduce-budget.js';

const reduce = { fund: 'IMPROVEMENT', financialYear: 'FY1213', amount: '£20,000.00', reason: 'top slice' };

describe('reducing a budget', () => {
  it('is refused where a round holds the money', () =>
    aRound
      .when(reduceBudget, { ...reduce, amount: '£20,000.01' }, by('finance'))
      .thenRefused('budget-is-committed', { available: '£20,000.00', needed: '£20,000.01' }));

  it('is refused in a year that has no budget', () =>
    aFundAndAProgramme.when(reduceBudget, reduce, by('finance')).thenRefused('budget-is-committed', { available: '£0.00' }));

  it('takes what no round holds, to the last penny', () =>
    aRound
      .when(reduceBudget, reduce, by('finance'))
      .then(
        BudgetReduced({ fund: improvement, financialYear: 'FY1213', amount: gbp(2_000_000), reason: 'top slice' }),
        limitEvents.LimitReduced({ unit: 'GBP', bucket: 'available', amount: 2_000_000, because: 'top slice' }),
      ));
});
