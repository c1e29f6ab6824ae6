import { by } from '#kernel/testing/given';
import { aPaymentAuthorised, aPaymentFailed, aPaymentReleased, aPaymentReturned, aPaymentSettled, firstPayment, released } from '../testing/index.js';
import { releasePayment } from './release-payment.js';

const release = { payment: firstPayment };

describe('releasing a payment', () => {
  it.each([['released', aPaymentReleased], ['settled', aPaymentSettled]])('is refused when it is %s', (stage, history) =>
    history.when(releasePayment, release, by('treasurer')).thenRefused('payment-cannot-be-released', { stage }));

  it('is refused to whoever authorised it', () => aPaymentAuthorised.when(releasePayment, release, by('payments')).thenRefused('releaser-authorised-it'));

  it.each([['was authorised', aPaymentAuthorised], ['failed', aPaymentFailed], ['came back', aPaymentReturned]])('sends to the bank what %s', (_, history) =>
    history.when(releasePayment, release, by('treasurer')).then(released));
});
