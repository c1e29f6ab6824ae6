import { gbp, nil, toCode } from '#kernel';
import { by } from '#kernel/testing/given';
import { award, awardEvents } from '#domain/awards';
import { about as ofAward, firstAward, moved, recipientName, reduced } from '#domain/awards/testing';
import { firstPart, named, nextYear, nextYearLimit, signedUnder, twoYears } from '#domain/awards/testing/under-terms';
import { delivery, deliveryEvents } from '#domain/delivery';
import { limit } from '#domain/limits';
import { round, roundEvents } from '#domain/programmes';
import { budget, future, spring } from '#domain/programmes/testing';
import { PaymentAuthorised, PaymentCancelled, PaymentReleased, PaymentSettled } from '../payment.events.js';
import { payment } from '../payment.js';
import { about, firstPayment } from '../testing/index.js';
import { authorisePayment } from './authorise-payment.js';
import { cancelPayment } from './cancel-payment.js';
import { settlePayment } from './settle-payment.js';

const payments = by('payments', '2012-12-01');
const pay = { award: firstAward, amount: '£9,000.00' };
const ofNextYear = { ...about, budget: nextYear, tranche: 1 };
const authorised = PaymentAuthorised({ ...ofNextYear, authorisedBy: payments.actor });
const aPaymentOfNextYear = twoYears.and(payment, firstPayment, authorised).and(limit, firstPart, moved('agreed', 'authorised', 900_000, firstPayment));
const [survey, works] = [toCode('survey'), toCode('works')];
const phases = [{ code: survey, name: 'Survey', payable: gbp(200_000) }, { code: works, name: 'Works', payable: gbp(1_800_000) }];
const started = (phase: typeof survey, number: number) => deliveryEvents.PhaseStarted({ programme: future, recipient: ofAward.recipient, recipientName, award: firstAward, phase, name: phase, number } as Parameters<typeof deliveryEvents.PhaseStarted>[0]);

describe('a payment from another budget line', () => {
  it.each([['not there', signedUnder({})], ['conditional', signedUnder({}, {}, 2_000_000, {}, [named])]])('is refused while the part is %s', (stage, history) =>
    history.when(authorisePayment, { ...pay, tranche: 1 }, payments).thenRefused('tranche-is-conditional', { number: 1, stage }));

  it('is refused a penny over what is agreed of that part', () =>
    twoYears.when(authorisePayment, { ...pay, amount: '£15,000.01', tranche: 1 }, payments).thenRefused('over-agreed-amount', { left: '£15,000.00' }));

  it('is drawn from the part, and every event of it says so', async () => {
    await twoYears.when(authorisePayment, { ...pay, tranche: 1 }, payments).then(authorised, moved('agreed', 'authorised', 900_000, firstPayment));
    await aPaymentOfNextYear
      .and(payment, firstPayment, PaymentReleased({ ...ofNextYear, releasedBy: payments.actor }))
      .when(settlePayment, { payment: firstPayment, bankReference: 'BACS 1' }, by('bank'))
      .then(PaymentSettled({ ...ofNextYear, bankReference: 'BACS 1' }), moved('authorised', 'spent', 900_000, firstPayment));
  });

  it('leaves the first budget line alone', () => twoYears.when(authorisePayment, { ...pay, amount: '£20,000.00' }, payments).then(
    PaymentAuthorised({ ...about, amount: gbp(2_000_000), authorisedBy: payments.actor }), moved('agreed', 'authorised', 2_000_000, firstPayment),
  ));

  it('goes back to the part when it is cancelled, and to the fund of the part when the award has ended', async () => {
    const cancel = { payment: firstPayment, reason: 'Not yet' };
    const because = `${firstPayment} cancelled`;
    await aPaymentOfNextYear.when(cancelPayment, cancel, payments).then(PaymentCancelled({ ...ofNextYear, reason: 'Not yet', returnedTo: 'award' }), moved('authorised', 'agreed', 900_000, because));
    const closed = awardEvents.AwardClosed({ ...ofAward, released: gbp(2_000_000), returnedTo: 'round', otherLines: [{ number: 1, line: nextYear, released: gbp(600_000) }] });
    await aPaymentOfNextYear
      .and(award, firstAward, closed)
      .and(limit, nextYearLimit, moved('allocated', 'available', 600_000, 'closed'))
      .when(cancelPayment, cancel, payments)
      .then(PaymentCancelled({ ...ofNextYear, reason: 'Not yet', returnedTo: 'its-fund' }), reduced('authorised', 900_000, because), moved('allocated', 'available', 900_000, because));
  });
});

describe('a payment of an award with phases', () => {
  const withPhases = signedUnder({ phases }).and(round, spring, roundEvents.RoundOpened({ programme: future, name: 'Spring 2012', budget, allocation: nil }));
  const begun = withPhases.and(delivery, firstAward, started(survey, 1));

  it('is refused for a phase that has not started', () => begun.when(authorisePayment, { ...pay, phase: works }, payments).thenRefused('phase-is-not-started', { phase: works }));

  it('is refused before any phase has started, and a penny over what the started ones pay', async () => {
    await withPhases.when(authorisePayment, { ...pay, amount: '£0.01' }, payments).thenRefused('over-what-the-phase-pays', { payable: '£0.00', drawn: '£0.01' });
    await begun.when(authorisePayment, { ...pay, amount: '£2,000.01', phase: survey }, payments).thenRefused('over-what-the-phase-pays', { payable: '£2,000.00' });
  });

  it('counts what was paid before, in whichever phase', () =>
    begun
      .and(limit, 'award.AW-2012-001', moved('agreed', 'authorised', 200_000, 'PY-2012-009'), moved('authorised', 'spent', 200_000, 'PY-2012-009'))
      .and(delivery, firstAward, started(works, 2))
      .when(authorisePayment, { ...pay, amount: '£18,000.00', phase: works }, payments)
      .then(PaymentAuthorised({ ...about, amount: gbp(1_800_000), phase: works, authorisedBy: payments.actor }), moved('agreed', 'authorised', 1_800_000, firstPayment)));
});
