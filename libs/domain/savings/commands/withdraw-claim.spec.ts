import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { ClaimWithdrawn, ForecastRevised } from '../saving.events.js';
import { saving } from '../saving.js';
import { aSaving, aSavingClaimed, aSavingValidated, claimedAbove, firstSaving, foreigner, revised, withdrawn } from '../testing/index.js';
import { withdrawClaim } from './withdraw-claim.js';

const withdraw = { saving: firstSaving, reason: 'Wrong year' };
const officer = by('officer', '2013-05-02');
const above = aSaving.and(saving, firstSaving, claimedAbove);

describe('withdrawing a claim', () => {
  it('is refused to a recipient of another body', () => aSavingClaimed.when(withdrawClaim, withdraw, foreigner).thenRefused('acts-for-another-body'));

  it.each([['nothing is claimed', aSaving], ['the claim is validated', aSavingValidated]])('is refused when %s', (_, history) =>
    history.when(withdrawClaim, withdraw, officer).thenRefused('no-claim-is-waiting'));

  it('makes it a forecast again', () => aSavingClaimed.when(withdrawClaim, withdraw, officer).then(withdrawn));

  it('takes back what the claim had added to the forecast', () =>
    above.when(withdrawClaim, withdraw, officer).then(ClaimWithdrawn({ ...withdrawn.data, amount: gbp(12_000_000), noLongerForecast: gbp(2_000_000) })));

  it('leaves a forecast alone that was stated anew since', () =>
    above
      .and(saving, firstSaving, ForecastRevised({ ...revised.data, before: gbp(12_000_000), amount: gbp(15_000_000) }))
      .when(withdrawClaim, withdraw, officer)
      .then(ClaimWithdrawn({ ...withdrawn.data, amount: gbp(12_000_000) })));
});
