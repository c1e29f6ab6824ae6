import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { award, awardEvents } from '#domain/awards';
import { about as ofAward, firstAward, moved } from '#domain/awards/testing';
import { SettlementCorrected } from '../payment.events.js';
import { about, aPaymentAuthorised, aPaymentReleased, aPaymentReturned, aPaymentSettled, firstPayment } from '../testing/index.js';
import { correctSettlement } from './correct-settlement.js';

const correct = { payment: firstPayment, reason: 'The line was of another payment' };
const finance = by('finance');
const corrected = SettlementCorrected({ ...about, corrects: firstPayment, bankReference: 'BACS 0815', reason: correct.reason, correctedBy: finance.actor });
const back = moved('spent', 'authorised', 900_000, `${firstPayment} corrected`);

describe('correcting a settlement', () => {
  it.each([['authorised', aPaymentAuthorised], ['released', aPaymentReleased], ['returned', aPaymentReturned]])('is refused when the payment is %s', (stage, history) =>
    history.when(correctSettlement, correct, finance).thenRefused('payment-is-not-settled', { stage }));

  it('is exactly the reverse of the settlement, and keeps what the bank had called it', () => aPaymentSettled.when(correctSettlement, correct, finance).then(corrected, back));

  it('is possible even though the award is closed', () =>
    aPaymentSettled
      .and(award, firstAward, awardEvents.AwardClosed({ ...ofAward, released: gbp(900_000), returnedTo: 'round' }))
      .when(correctSettlement, correct, finance)
      .then(corrected, back));
});
