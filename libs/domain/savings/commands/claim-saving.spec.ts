import { gbp, nil } from '#kernel';
import { by } from '#kernel/testing/given';
import { award, awardEvents } from '#domain/awards';
import { about as ofAward, firstAward } from '#domain/awards/testing';
import { SavingClaimed, SavingValidated } from '../saving.events.js';
import { saving } from '../saving.js';
import { aLifetime, aSaving, aSavingClaimed, aSavingValidated, claimed, claimedAbove, document, firstSaving, foreigner, ownRecipient, validated, withdrawn } from '../testing/index.js';
import { claimSaving } from './claim-saving.js';

const claim = { saving: firstSaving, amount: '£60,000.00', document };
const officer = by('officer', '2013-05-01');
const ended = awardEvents.AwardWithdrawn({ ...ofAward, released: gbp(1_800_000), returnedTo: 'round', reason: 'Merged', withdrawnBy: 'recipient', stage: 'agreed' });

describe('claiming a saving', () => {
  it('is refused to a recipient of another body', () => aSaving.when(claimSaving, claim, foreigner).thenRefused('acts-for-another-body'));

  it('is refused once the award is withdrawn', () =>
    aSaving.and(award, firstAward, ended).when(claimSaving, claim, officer).thenRefused('award-bears-no-savings', { stage: 'withdrawn' }));

  it('is refused for a figure over a lifetime', () => aLifetime.when(claimSaving, claim, officer).thenRefused('lifetime-is-not-claimed'));

  it('is refused while another claim waits', () =>
    aSavingClaimed.when(claimSaving, { ...claim, document: 'Another report' }, officer).thenRefused('a-claim-is-waiting', { number: 1, amount: '£60,000.00' }));

  it('is refused when the document was claimed and accepted before, however its name is written', () =>
    Promise.all(['annual report, 2012-13', 'Annual report2012/13'].map((again) => aSavingValidated.when(claimSaving, { ...claim, document: again }, officer).thenRefused('document-is-claimed-already'))));

  it('needs a saving that was forecast', () => aSaving.when(claimSaving, { ...claim, saving: 'SV-2012-002' }, officer).thenNotFound());

  it('takes the amount out of the forecast', () => aSaving.when(claimSaving, claim, officer).then(claimed));

  it('is possible for the recipient itself', () => aSaving.when(claimSaving, claim, ownRecipient).then(SavingClaimed({ ...claimed.data, claimedBy: ownRecipient.actor })));

  it('adds to the forecast what is above it', () => aSaving.when(claimSaving, { ...claim, amount: '£120,000.00' }, officer).then(claimedAbove));

  it('is numbered, and counts what earlier claims took', () =>
    aSavingValidated
      .when(claimSaving, { ...claim, amount: '£50,000.00', document: 'Annual report 2013/14' }, officer)
      .then(SavingClaimed({ ...claimed.data, claim: 2, amount: gbp(5_000_000), newlyForecast: gbp(1_000_000), document: 'Annual report 2013/14' })));

  it.each([
    ['wholly rejected', SavingValidated({ ...validated.data, accepted: nil, rejected: gbp(6_000_000), reason: 'No baseline' }), 2_000_000],
    ['withdrawn', withdrawn, 0],
  ])('may name the document of a claim that was %s', (_, end, newly) =>
    aSavingClaimed.and(saving, firstSaving, end).when(claimSaving, claim, officer).then(SavingClaimed({ ...claimed.data, claim: 2, newlyForecast: gbp(newly) })));
});
