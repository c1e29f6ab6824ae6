import { gbp, nil, toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { stranger } from '#domain/applications/testing';
import { award, awardEvents } from '#domain/awards';
import { about, firstAward } from '#domain/awards/testing';
import { aPaymentAuthorised, aPaymentFailed, aPaymentReleased, aPaymentReturned, aPaymentSettled, firstPayment, released } from '../testing/index.js';
import { releasePayment } from './release-payment.js';

const release = { payment: firstPayment };
const withdrawn = awardEvents.AwardWithdrawn({ ...about, released: nil, returnedTo: 'round', reason: 'The council merged', withdrawnBy: 'funder', stage: 'agreed' });

describe('releasing a payment', () => {
  it.each([['released', aPaymentReleased], ['settled', aPaymentSettled]])('is refused when it is %s', (stage, history) =>
    history.when(releasePayment, release, by('treasurer')).thenRefused('payment-cannot-be-released', { stage }));

  it('is refused once the award was withdrawn, though the bank sent the money back', () =>
    aPaymentReturned.and(award, firstAward, withdrawn).when(releasePayment, release, by('treasurer')).thenRefused('award-is-withdrawn'));

  it('is refused to a body that handed the award on before the money came back', () =>
    aPaymentReturned
      .and(award, firstAward, awardEvents.LeadTransferred({
        ...about, from: about.recipient, fromName: about.recipientName, recipient: stranger, recipientName: 'Manchester City Council', approved: nil, agreed: gbp(900_000), authorised: nil, spent: gbp(900_000), reason: 'Merged',
      }))
      .when(releasePayment, release, by('treasurer'))
      .thenRefused('payee-was-replaced', { payee: about.recipientName, recipient: 'Manchester City Council' }));

  it('is refused to whoever authorised it', () => aPaymentAuthorised.when(releasePayment, release, by('payments')).thenRefused('releaser-authorised-it'));

  it('is refused to whoever it was authorised in the name of, and to whoever stands in for them', async () => {
    const [lender, another] = [toPerson('lender'), by('treasurer')];
    await aPaymentAuthorised.inTheNameOf(lender).when(releasePayment, release, by('lender')).thenRefused('releaser-authorised-it');
    await aPaymentAuthorised.inTheNameOf(lender).when(releasePayment, release, { ...another, onBehalfOf: lender }).thenRefused('releaser-authorised-it');
    await aPaymentAuthorised.inTheNameOf(lender).when(releasePayment, release, another).then(released);
  });

  it.each([['was authorised', aPaymentAuthorised], ['failed', aPaymentFailed], ['came back', aPaymentReturned]])('sends to the bank what %s', (_, history) =>
    history.when(releasePayment, release, by('treasurer')).then(released));
});
