import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { award, awardEvents } from '#domain/awards';
import { about as ofAward, awardLimitRef, firstAward, moved, reduced, roundLimitRef } from '#domain/awards/testing';
import { limit } from '#domain/limits';
import { round, roundEvents } from '#domain/programmes';
import { budget, future, spring, yearLimit } from '#domain/programmes/testing';
import { PaymentCancelled } from '../payment.events.js';
import { about, aPaymentAuthorised, aPaymentFailed, aPaymentReleased, aPaymentReturned, aPaymentSettled, firstPayment } from '../testing/index.js';
import { cancelPayment } from './cancel-payment.js';

const reason = 'The project stopped';
const cancel = { payment: firstPayment, reason };
const cancelled = (returnedTo: 'award' | 'round' | 'fund') => PaymentCancelled({ ...about, reason, returnedTo });
const because = `${firstPayment} cancelled`;
/** The award was closed with £9,000.00 paid; then that payment came back. */
const cameBackTooLate = aPaymentReturned
  .and(award, firstAward, awardEvents.AwardClosed({ ...ofAward, released: gbp(900_000), returnedTo: 'round' }))
  .and(limit, awardLimitRef, reduced('agreed', 900_000, 'closed'))
  .and(limit, roundLimitRef, moved('approved', 'allocated', 900_000, 'closed'));

describe('cancelling a payment', () => {
  it.each([['released', aPaymentReleased], ['settled', aPaymentSettled]])('is refused when it is %s', (stage, history) =>
    history.when(cancelPayment, cancel, by('payments')).thenRefused('payment-cannot-be-cancelled', { stage }));

  it.each([['was only authorised', aPaymentAuthorised], ['failed', aPaymentFailed], ['came back', aPaymentReturned]])('that %s gives the money back to the award', (_, history) =>
    history.when(cancelPayment, cancel, by('payments')).then(cancelled('award'), moved('authorised', 'agreed', 900_000, because)));

  it('gives the money back to the round when the award has ended', () =>
    cameBackTooLate
      .when(cancelPayment, cancel, by('payments'))
      .then(cancelled('round'), reduced('authorised', 900_000, because), moved('approved', 'allocated', 900_000, because)));

  it('gives it back to the fund when the round is closed too', () =>
    cameBackTooLate
      .and(round, spring, roundEvents.RoundClosed({ programme: future, name: 'Spring 2012', budget, returned: gbp(9_100_000) }))
      .and(limit, roundLimitRef, reduced('allocated', 9_100_000, 'closed'))
      .and(limit, yearLimit, moved('allocated', 'available', 9_100_000, 'closed'))
      .when(cancelPayment, cancel, by('payments'))
      .then(
        cancelled('fund'),
        reduced('authorised', 900_000, because),
        reduced('approved', 900_000, because),
        moved('allocated', 'available', 900_000, because),
      ));
});
