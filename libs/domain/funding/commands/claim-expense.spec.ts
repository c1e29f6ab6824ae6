import { gbp, toReference } from '#kernel';
import { by } from '#kernel/testing/given';
import { limit } from '#domain/limits';
import { ExpenseClaimed } from '../claim.events.js';
import { ExpenseIncurred } from '../funding.events.js';
import { funding } from '../funding.js';
import { aClaim, aFunding, aFundingHeldByFunder, anExpense, claimed, firstClaim, firstFunding, fundingRef, incurred, moved } from '../testing/index.js';
import { claimExpense } from './claim-expense.js';

const ask = { funding: firstFunding, amount: '£2,000.00', document: 'Claim 1' };
const nextClaim = toReference('XC', 'XC-2013-001');
const finance = by('finance', '2012-09-01');
const spentTooMuch = anExpense.and(funding, firstFunding, ExpenseIncurred({ ...incurred.data, amount: gbp(600_000) }));

describe('claiming an expense back', () => {
  it('is refused when the funder holds the money', () => aFundingHeldByFunder.when(claimExpense, ask, finance).thenRefused('funding-is-held-elsewhere', { funder: 'Research Council' }));

  it('is refused before anything was spent', () => aFunding.when(claimExpense, ask, finance).thenRefused('over-what-was-spent', { left: '£0.00', needed: '£2,000.00' }));

  it('is refused a penny above what was spent and not claimed', async () => {
    const above = { ...ask, amount: '£1,200.01' };
    await aClaim.when(claimExpense, above, finance).thenRefused('over-what-was-spent', { left: '£1,200.00' });
    await aClaim.and(limit, fundingRef, moved('claimed', 'received', 200_000, firstClaim)).when(claimExpense, above, finance).thenRefused('over-what-was-spent');
  });

  it('is refused a penny above what the funder pays: the rest stays our cost', () =>
    spentTooMuch.when(claimExpense, { ...ask, amount: '£9,000.01' }, finance).thenRefused('over-funding', { left: '£9,000.00', needed: '£9,000.01' }));

  it('takes the amount out of what is not claimed', () => anExpense.when(claimExpense, ask, finance).then(claimed, moved('unclaimed', 'claimed', 200_000, firstClaim)));

  it('is possible after the funding has ended: what was spent in its term may be claimed later', () =>
    anExpense.when(claimExpense, ask, by('finance', '2013-09-01')).then(ExpenseClaimed({ ...claimed.data, claim: nextClaim }), moved('unclaimed', 'claimed', 200_000, nextClaim)));

  it('may be of all that was spent, so that nothing of it stays our cost', () =>
    anExpense.when(claimExpense, { ...ask, amount: '£3,200.00' }, finance).then(ExpenseClaimed({ ...claimed.data, amount: gbp(320_000) }), moved('unclaimed', 'claimed', 320_000, firstClaim)));
});
