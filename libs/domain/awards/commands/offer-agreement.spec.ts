import { toDate } from '#kernel';
import { by } from '#kernel/testing/given';
import { AgreementOffered } from '../award.events.js';
import { anAwardApproved, anAwardRecommended, anAwardWithAnAmount, firstAward, offered } from '../testing/index.js';
import { offerAgreement } from './offer-agreement.js';

const offer = { award: firstAward, document: 'MoA 2', acceptBy: '2012-07-31' };

describe('offering an agreement', () => {
  it('is refused before approval', () => anAwardRecommended.when(offerAgreement, offer, by('officer')).thenRefused('award-is-not-approved'));

  it('is refused before an amount is agreed', () =>
    anAwardApproved.when(offerAgreement, offer, by('officer')).thenRefused('no-amount-is-agreed', { recipient: 'East Riding of Yorkshire Council' }));

  it('is refused when the day to sign by is past', () =>
    anAwardWithAnAmount.when(offerAgreement, offer, by('officer', '2012-08-01')).thenRefused('acceptance-date-is-past', { acceptBy: '31 July 2012' }));

  it('offers the amount that was agreed', () => anAwardWithAnAmount.when(offerAgreement, offer, by('officer', '2012-07-05')).then(offered));

  it('may be for signature on the same day', () =>
    anAwardWithAnAmount
      .when(offerAgreement, { ...offer, acceptBy: '2012-07-05' }, by('officer', '2012-07-05'))
      .then(AgreementOffered({ ...offered.data, acceptBy: toDate('2012-07-05') })));
});
