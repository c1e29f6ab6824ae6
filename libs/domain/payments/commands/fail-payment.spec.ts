import { by } from '#kernel/testing/given';
import { aPaymentAuthorised, aPaymentReleased, aPaymentSettled, failed, firstPayment } from '../testing/index.js';
import { failPayment } from './fail-payment.js';

const fail = { payment: firstPayment, reason: 'invalid-details' };

describe('a payment that fails', () => {
  it.each([['authorised', aPaymentAuthorised], ['settled', aPaymentSettled]])('cannot have failed when it is %s', (stage, history) =>
    history.when(failPayment, fail, by('bank')).thenRefused('payment-is-not-released', { stage }));

  it('stays authorised, with the bank’s reason', () => aPaymentReleased.when(failPayment, fail, by('bank')).then(failed));
});
