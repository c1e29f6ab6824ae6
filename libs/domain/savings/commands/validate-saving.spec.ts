import { gbp, nil, toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { SavingClaimed, SavingValidated } from '../saving.events.js';
import { saving } from '../saving.js';
import { aSaving, aSavingClaimed, aSavingValidated, claimed, firstSaving, validated } from '../testing/index.js';
import { validateSaving } from './validate-saving.js';

const validate = { saving: firstSaving, accepted: '£60,000.00' };
const validator = by('validator', '2013-06-01');

describe('validating a saving', () => {
  it('is refused when nothing is claimed', () => aSaving.when(validateSaving, validate, validator).thenRefused('no-claim-is-waiting'));

  it('is refused the second time', () => aSavingValidated.when(validateSaving, validate, validator).thenRefused('no-claim-is-waiting'));

  it('is refused a penny over the claim', () =>
    aSavingClaimed.when(validateSaving, { ...validate, accepted: '£60,000.01' }, validator).thenRefused('accepts-more-than-claimed', { claimed: '£60,000.00' }));

  it('is refused when a part is rejected without a reason', () =>
    aSavingClaimed.when(validateSaving, { ...validate, accepted: '£59,999.99' }, validator).thenRefused('rejection-needs-a-reason', { rejected: '£0.01' }));

  it('is refused to whoever claimed it', () => aSavingClaimed.when(validateSaving, validate, by('officer')).thenRefused('validator-claimed-it'));

  it('is refused to whoever it was claimed in the name of', () => aSavingClaimed.inTheNameOf(toPerson('lender')).when(validateSaving, validate, by('lender')).thenRefused('validator-claimed-it'));

  it('is refused to whoever stands in for the claimant', () =>
    aSavingClaimed.when(validateSaving, validate, { ...validator, onBehalfOf: claimed.data.claimedBy }).thenRefused('validator-claimed-it'));

  it('accepts all of the claim', () => aSavingClaimed.when(validateSaving, validate, validator).then(validated));

  it('accepts a part and says why not the rest', () =>
    aSavingClaimed
      .when(validateSaving, { ...validate, accepted: '£40,000.00', reason: 'No baseline for one building' }, validator)
      .then(SavingValidated({ ...validated.data, accepted: gbp(4_000_000), rejected: gbp(2_000_000), reason: 'No baseline for one building' })));

  it('may reject all of it', () =>
    aSavingClaimed
      .when(validateSaving, { ...validate, accepted: '£0.00', reason: 'No baseline' }, validator)
      .then(SavingValidated({ ...validated.data, accepted: nil, rejected: gbp(6_000_000), reason: 'No baseline' })));

  it('asks only of the claim that waits: who claimed an earlier one may validate a later one', () =>
    aSavingValidated
      .and(saving, firstSaving, SavingClaimed({ ...claimed.data, claim: 2, amount: gbp(1), document: 'Another', claimedBy: validator.actor }))
      .when(validateSaving, { ...validate, accepted: '£0.01' }, by('officer'))
      .then(SavingValidated({ ...validated.data, claim: 2, accepted: gbp(1), validatedBy: claimed.data.claimedBy })));
});
