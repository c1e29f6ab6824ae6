import { gbp, nil } from '#kernel';
import { by } from '#kernel/testing/given';
import { limit } from '#domain/limits';
import { round, roundEvents } from '#domain/programmes';
import { budget, future, spring, yearLimit } from '#domain/programmes/testing';
import { AgreementOffered, AgreementSigned, AmountAgreed, AmountProposed } from '../award.events.js';
import { award } from '../award.js';
import {
  anAwardApproved, anAwardOffered, anAwardSigned, anAwardWithAnAmount, ceiling, firstAward, moved, offered, proposed, recipientName, reduced, roundLimitRef, settled, signed,
} from '../testing/index.js';
import { signAgreement } from './sign-agreement.js';

const sign = { award: firstAward, document: 'MoA 2 signed' };
const inTime = by('officer', '2012-07-31');
const because = 'AW-2012-001 signed below its ceiling';

describe('signing an agreement', () => {
  it.each([['approved', anAwardWithAnAmount], ['agreed', anAwardSigned]])('is refused while the award is %s', (stage, history) =>
    history.when(signAgreement, sign, inTime).thenRefused('agreement-is-not-offered', { stage }));

  it('is refused the day after it should have been signed', () =>
    anAwardOffered.when(signAgreement, sign, by('officer', '2012-08-01')).thenRefused('offer-has-lapsed', { acceptBy: '31 July 2012' }));

  it('gives back to the round what the ceiling left over, and requires the match', () =>
    anAwardOffered
      .when(signAgreement, sign, inTime)
      .then(signed, moved('approved', 'agreed', 1_800_000, 'signed'), reduced('approved', 200_000, because), moved('approved', 'allocated', 200_000, because)));

  it('gives it back to the fund when the round is closed', () =>
    anAwardOffered
      .and(round, spring, roundEvents.RoundClosed({ programme: future, name: 'Spring 2012', budget, returned: gbp(8_000_000) }))
      .and(limit, roundLimitRef, reduced('allocated', 8_000_000, 'closed'))
      .and(limit, yearLimit, moved('allocated', 'available', 8_000_000, 'closed'))
      .when(signAgreement, sign, inTime)
      .then(
        AgreementSigned({ ...signed.data, returnedTo: 'fund' }),
        moved('approved', 'agreed', 1_800_000, 'signed'),
        reduced('approved', 200_000, because),
        reduced('approved', 200_000, because),
        moved('allocated', 'available', 200_000, because),
      ));

  it('at its ceiling and without a match condition gives nothing back and requires no match', () =>
    anAwardApproved
      .and(award, firstAward, AmountProposed({ ...proposed.data, amount: ceiling }), AmountAgreed({ ...settled.data, amount: ceiling }))
      .and(award, firstAward, AgreementOffered({ ...offered.data, amount: ceiling }))
      .when(signAgreement, sign, inTime)
      .then(AgreementSigned({ ...signed.data, amount: ceiling, released: nil, matchRequired: nil }), moved('approved', 'agreed', 2_000_000, 'signed')));

  it('reads in the timeline with what went back and what is required', () => {
    expect(AgreementSigned.say(signed.data)).toBe(
      `The memorandum of agreement with ${recipientName} was signed for £18,000.00 (MoA 2 signed); £2,000.00 under the ceiling went back to the round; £18,000.00 of match is required`,
    );
    expect(AgreementSigned.say({ ...signed.data, released: nil, matchRequired: nil })).toBe(`The memorandum of agreement with ${recipientName} was signed for £18,000.00 (MoA 2 signed)`);
  });
});
