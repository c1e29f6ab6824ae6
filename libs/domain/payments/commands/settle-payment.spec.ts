import { by } from '#kernel/testing/given';
import { moved } from '#domain/awards/testing';
import { aPaymentAuthorised, aPaymentReleased, aPaymentSettled, firstPayment, settled } from '../testing/index.js';
import { settlePayment } from './settle-payment.js';

const settle = { payment: firstPayment, bankReference: 'BACS 0815' };

describe('settling a payment', () => {
  it.each([['authorised', aPaymentAuthorised], ['settled', aPaymentSettled]])('is refused when it is %s', (stage, history) =>
    history.when(settlePayment, settle, by('bank')).thenRefused('payment-is-not-released', { stage }));

  it('spends the money and keeps the bank’s reference', () =>
    aPaymentReleased.when(settlePayment, settle, by('bank')).then(settled, moved('authorised', 'spent', 900_000, firstPayment)));
});
