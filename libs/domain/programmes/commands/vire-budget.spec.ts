import { gbp, toCode, toReference } from '#kernel';
import { by, given } from '#kernel/testing/given';
import { limit, limitEvents } from '#domain/limits';
import { BudgetVired, FundOpened } from '../fund.events.js';
import { fund } from '../fund.js';
import { improvement, yearLimit } from '../testing/index.js';
import { vireBudget } from './vire-budget.js';

const digital = toCode('DIGITAL');
const finance = by('finance');
const vire = { from: 'IMPROVEMENT', financialYear: 'FY1213', to: 'DIGITAL', amount: '£10,000.00', reason: 'Less was asked for', minute: '7.2' };
const money = (of: string, amount: number) => limitEvents.LimitOpened({ subject: of, unit: 'GBP', bucket: 'available', amount });
const funds = (giver: object = {}, taker: object = {}) =>
  given(fund, improvement, FundOpened({ fund: improvement, name: 'Improvement fund', ...giver }))
    .and(fund, digital, FundOpened({ fund: digital, name: 'Digital fund', ...taker }))
    .and(limit, yearLimit, money('IMPROVEMENT FY1213', 1_000_000));
const vired = BudgetVired({ fund: improvement, financialYear: 'FY1213', to: digital, amount: gbp(1_000_000), reason: 'Less was asked for', minute: '7.2' });
const taken = limitEvents.LimitReduced({ unit: 'GBP', bucket: 'available', amount: 1_000_000, because: 'moved from IMPROVEMENT to DIGITAL' });
const elsewhere = { heldBy: toReference('OR', 'OR-2012-001'), heldByName: 'Leeds City Council' };

describe('moving budget between funds', () => {
  it('is refused within one fund', () => funds().when(vireBudget, { ...vire, to: 'IMPROVEMENT' }, finance).thenRefused('same-fund'));

  it('is refused where another body holds the money of either', async () => {
    await funds(elsewhere).when(vireBudget, vire, finance).thenRefused('fund-is-held-elsewhere', { name: 'Improvement fund', holder: 'Leeds City Council' });
    await funds({}, elsewhere).when(vireBudget, vire, finance).thenRefused('fund-is-held-elsewhere', { name: 'Digital fund' });
  });

  it('is refused from capital to revenue, and to what is not said to be capital', async () => {
    await funds({ class: 'capital' }, { class: 'revenue' }).when(vireBudget, vire, finance).thenRefused('capital-stays-capital');
    await funds({ class: 'capital' }).when(vireBudget, vire, finance).thenRefused('capital-stays-capital');
  });

  it('is refused for a penny more than is in no round', () => funds().when(vireBudget, { ...vire, amount: '£10,000.01' }, finance).thenRefused('fund-is-too-small', { available: '£10,000.00', needed: '£10,000.01' }));

  it('takes it from one and gives it to the other, to the last penny', async () => {
    await funds().when(vireBudget, vire, finance).then(vired, taken, money('DIGITAL FY1213', 1_000_000));
    await funds({ class: 'revenue' }, { class: 'capital' })
      .and(limit, 'fund.DIGITAL.FY1213', money('DIGITAL FY1213', 1))
      .when(vireBudget, vire, finance)
      .then(vired, taken, limitEvents.LimitRaised({ unit: 'GBP', bucket: 'available', amount: 1_000_000, because: 'moved from IMPROVEMENT to DIGITAL' }));
  });
});
