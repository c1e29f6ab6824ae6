import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { award, awardEvents } from '#domain/awards';
import { about as ofAward, firstAward } from '#domain/awards/testing';
import { aPaymentFailed, aPaymentReleased, aPaymentSettled, back, firstPayment, returned } from '../testing/index.js';
import { returnPayment } from './return-payment.js';

const sendBack = { payment: firstPayment, reason: 'account-closed' };

describe('a payment that comes back', () => {
  it.each([['released', aPaymentReleased], ['failed', aPaymentFailed]])('cannot come back when it is %s', (stage, history) =>
    history.when(returnPayment, sendBack, by('bank')).thenRefused('payment-is-not-settled', { stage }));

  it('is authorised again, with the bank’s reason', () => aPaymentSettled.when(returnPayment, sendBack, by('bank')).then(returned, back));

  it('comes back even though the award is closed', () =>
    aPaymentSettled
      .and(award, firstAward, awardEvents.AwardClosed({ ...ofAward, released: gbp(900_000), returnedTo: 'round' }))
      .when(returnPayment, sendBack, by('bank'))
      .then(returned, back));
});
