import { gbp, nil, toPerson, toReference } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { award, awardEvents } from '#domain/awards';
import { about as ofAward, anAwardOffered, anAwardRecommended, anAwardSigned, awardLimitRef, firstAward, moved, settled as agreed } from '#domain/awards/testing';
import { limit } from '#domain/limits';
import { match, matchEvents } from '#domain/match-funding';
import { partner, shown, verified } from '#domain/match-funding/testing';
import { PaymentAuthorised } from '../payment.events.js';
import { about, aPaymentAuthorised, authorised, firstPayment } from '../testing/index.js';
import { authorisePayment } from './authorise-payment.js';

const half = { award: firstAward, amount: '£9,000.00' };
const payments = by('payments', '2012-09-01');
const closed = awardEvents.AwardClosed({ ...ofAward, released: agreed.data.amount, returnedTo: 'round' });
/** £12,000.00 of £18,000.00 verified, then the rest. */
const partlyMatched = shown.and(match, firstAward, verified);
const fullyMatched = partlyMatched.and(
  match,
  firstAward,
  matchEvents.MatchEvidenced({ award: firstAward, ...partner, evidence: toReference('EV', 'EV-2012-002'), amount: gbp(600_000), document: 'Invoice 13' }),
  matchEvents.MatchVerified({ award: firstAward, ...partner, evidence: toReference('EV', 'EV-2012-002'), accepted: gbp(600_000), rejected: nil, met: gbp(600_000), gap: nil }),
);

describe('authorising a payment', () => {
  it.each([['recommended', anAwardRecommended], ['offered', anAwardOffered]])('is refused while the award is only %s', (stage, history) =>
    history.when(authorisePayment, half, payments).thenRefused('agreement-is-not-signed', { stage }));

  it('is refused once the award is closed', () =>
    anAwardSigned.and(award, firstAward, closed).when(authorisePayment, half, payments).thenRefused('award-is-not-open', { stage: 'closed' }));

  it('is refused for a phase where the award has none', () => anAwardSigned.when(authorisePayment, { ...half, phase: 'delivery' }, payments).thenRefused('phase-is-not-started', { phase: 'delivery' }));

  it('is refused a penny over what is agreed and not yet authorised', () =>
    aPaymentAuthorised.when(authorisePayment, { ...half, amount: '£9,000.01' }, payments).thenRefused('over-agreed-amount', { left: '£9,000.00', needed: '£9,000.01' }));

  it('is refused a penny over what may be paid before match is verified', () =>
    anAwardSigned
      .when(authorisePayment, { ...half, amount: '£9,000.01' }, payments)
      .thenRefused('match-is-not-verified', { payable: '£9,000.00', gap: '£18,000.00' }));

  it('counts what was authorised and paid before', async () => {
    await aPaymentAuthorised.when(authorisePayment, { ...half, amount: '£0.01' }, payments).thenRefused('match-is-not-verified');
    await aPaymentAuthorised
      .and(limit, awardLimitRef, moved('authorised', 'spent', 900_000, firstPayment))
      .when(authorisePayment, { ...half, amount: '£0.01' }, payments)
      .thenRefused('match-is-not-verified');
  });

  it('is refused while a part of the match is missing', () =>
    partlyMatched.when(authorisePayment, { ...half, amount: '£9,000.01' }, payments).thenRefused('match-is-not-verified', { gap: '£6,000.00' }));

  it('is refused to whoever verified match of the award', () =>
    fullyMatched.when(authorisePayment, half, by('before', '2012-09-01')).thenRefused('authoriser-verified-the-match'));

  it('is refused to whoever match was verified in the name of', () =>
    fullyMatched.inTheNameOf(toPerson('lender')).when(authorisePayment, half, by('lender', '2012-09-01')).thenRefused('authoriser-verified-the-match'));

  it('takes the amount out of what is agreed', () =>
    anAwardSigned.when(authorisePayment, half, payments).then(authorised, moved('agreed', 'authorised', 900_000, firstPayment)));

  it('may take all of it once the match is verified', () =>
    fullyMatched
      .when(authorisePayment, { ...half, amount: '£18,000.00' }, payments)
      .then(
        PaymentAuthorised({ ...about, amount: gbp(1_800_000), authorisedBy: authorised.data.authorisedBy }),
        moved('agreed', 'authorised', 1_800_000, firstPayment),
      ));

  it('needs an award that exists', () => givenNothing().when(authorisePayment, half, payments).thenNotFound());
});
