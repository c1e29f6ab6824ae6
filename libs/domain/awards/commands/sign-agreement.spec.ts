import { gbp, nil } from '#kernel';
import { by } from '#kernel/testing/given';
import { board, firstDecision } from '#domain/decisions/testing';
import { limit } from '#domain/limits';
import { round, roundEvents } from '#domain/programmes';
import { budget, future, spring, yearLimit } from '#domain/programmes/testing';
import { AgreementOffered, AgreementSigned, AmountAgreed, AmountProposed, AwardApproved } from '../award.events.js';
import { award } from '../award.js';
import {
  anAwardApproved, anAwardOffered, anAwardRecommended, anAwardSigned, anAwardWithAnAmount, approved, awardLimitRef, ceiling, firstAward, linked, linkedLimitRef,
  moved, offered, opened, proposed, recipientName, reduced, roundLimitRef, settled, signed,
} from '../testing/index.js';
import { signAgreement } from './sign-agreement.js';

const sign = { award: firstAward, document: 'MoA 2 signed' };
const inTime = by('officer', '2012-07-31');
const because = 'AW-2012-001 signed below its ceiling';
/** To what its recipient may be awarded in the round, and to the delegation that approved it. */
const authorityBack = [reduced('approved', 200_000, because), moved('used', 'left', 200_000, because)];

describe('signing an agreement', () => {
  it.each([['approved', anAwardWithAnAmount], ['agreed', anAwardSigned]])('is refused while the award is %s', (stage, history) =>
    history.when(signAgreement, sign, inTime).thenRefused('agreement-is-not-offered', { stage }));

  it('is refused the day after it should have been signed', () =>
    anAwardOffered.when(signAgreement, sign, by('officer', '2012-08-01')).thenRefused('offer-has-lapsed', { acceptBy: '31 July 2012' }));

  it('gives back to the round what the ceiling left over, to the delegation what it need not have used, and requires the match', () =>
    anAwardOffered
      .when(signAgreement, sign, inTime)
      .then(signed, moved('approved', 'agreed', 1_800_000, 'signed'), reduced('approved', 200_000, because), moved('approved', 'allocated', 200_000, because), ...authorityBack));

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
        ...authorityBack,
      ));

  it('at its ceiling and without a match condition gives nothing back and requires no match', () =>
    anAwardApproved
      .and(award, firstAward, AmountProposed({ ...proposed.data, amount: ceiling }), AmountAgreed({ ...settled.data, amount: ceiling }))
      .and(award, firstAward, AgreementOffered({ ...offered.data, amount: ceiling }))
      .when(signAgreement, sign, inTime)
      .then(AgreementSigned({ ...signed.data, amount: ceiling, released: nil, matchRequired: nil }), moved('approved', 'agreed', 2_000_000, 'signed')));

  it('gives no delegation back that a board did not use', () => {
    const authority = { kind: 'board', decision: firstDecision, body: board, meeting: '2 July 2012', item: '4', minute: 'IB 2012-07-02/4' } as const;
    return anAwardRecommended
      .and(award, firstAward, AwardApproved({ ...approved.data, authority }), proposed, settled, offered)
      .and(limit, roundLimitRef, moved('allocated', 'approved', 2_000_000, firstAward))
      .and(limit, awardLimitRef, opened)
      .and(limit, linkedLimitRef, linked)
      .when(signAgreement, sign, inTime)
      .then(
        AgreementSigned({ ...signed.data, matchRequired: nil }),
        moved('approved', 'agreed', 1_800_000, 'signed'),
        reduced('approved', 200_000, because),
        moved('approved', 'allocated', 200_000, because),
        reduced('approved', 200_000, because),
      );
  });

  it('reads in the timeline with what went back and what is required', () => {
    expect(AgreementSigned.say(signed.data)).toBe(
      `The memorandum of agreement with ${recipientName} was signed for £18,000.00 (MoA 2 signed); £2,000.00 under the ceiling went back to the round; £18,000.00 of match is required`,
    );
    expect(AgreementSigned.say({ ...signed.data, released: nil, matchRequired: nil })).toBe(`The memorandum of agreement with ${recipientName} was signed for £18,000.00 (MoA 2 signed)`);
  });
});
