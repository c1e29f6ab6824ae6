import { by } from '#kernel/testing/given';
import { aFunding, aFundingHeldByFunder, firstFunding, incurred } from '../testing/index.js';
import { incurExpense } from './incur-expense.js';

const spend = { funding: firstFunding, amount: '£3,200.00', what: 'travel', document: 'Invoice 7' };

describe('spending what an outside funder pays for', () => {
  it('is refused when the funder holds the money', () =>
    aFundingHeldByFunder.when(incurExpense, spend, by('finance')).thenRefused('funding-is-held-elsewhere', { funder: 'Research Council' }));

  it.each(['2012-05-31', '2013-06-01'])('is refused on %s, outside the days that it pays for', (day) =>
    aFunding.when(incurExpense, spend, by('finance', day)).thenRefused('outside-the-term', { from: '1 June 2012', until: '31 May 2013' }));

  it.each(['2012-06-01', '2013-05-31'])('is recorded on %s, its first or last day', (day) => aFunding.when(incurExpense, spend, by('finance', day)).then(incurred));
});
