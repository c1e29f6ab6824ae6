import { gbp, nil, toPerson, toReference } from '#kernel';
import { by } from '#kernel/testing/given';
import { award, awardEvents } from '#domain/awards';
import { about, awardLimitRef, firstAward, moved } from '#domain/awards/testing';
import { limit } from '#domain/limits';
import { EvidenceAssessed, EvidenceReopened } from '../evidence.events.js';
import { evidence } from '../evidence.js';
import { MatchEvidenced, MatchPledged, MatchVerified, VerificationRevoked } from '../match.events.js';
import { match } from '../match.js';
import { evidenced, firstEvidence, lead, partner, shown, verified } from '../testing/index.js';
import { revokeVerification } from './revoke-verification.js';

const revoke = { evidence: firstEvidence, reason: 'The invoice was of another project' };
const verifier = by('verifier', '2012-11-01');
const second = toReference('EV', 'EV-2012-002');
const assessed = EvidenceAssessed({ award: firstAward, accepted: gbp(1_200_000), rejected: nil, verifiedBy: toPerson('verifier') });
const reopened = EvidenceReopened({ award: firstAward, accepted: gbp(1_200_000), rejected: nil, reason: revoke.reason, reopenedBy: toPerson('verifier') });
const revoked = VerificationRevoked({
  award: firstAward, ...lead, corrects: firstEvidence, accepted: gbp(1_200_000), rejected: nil, unmet: gbp(1_200_000), gap: gbp(1_800_000), reason: revoke.reason,
});
/** £12,000.00 of the £18,000.00 required is verified. Without it £9,000.00 of the grant may be paid. */
const inForce = shown.and(evidence, firstEvidence, assessed).and(match, firstAward, verified);
const paid = (pence: number) => inForce.and(limit, awardLimitRef, moved('agreed', 'authorised', pence, 'PY-2012-001'));
/** Of £12,000.00 only £10,000.00 was accepted; other evidence of the same source shows the £2,000.00 that it left. */
const partly = shown
  .and(evidence, firstEvidence, EvidenceAssessed({ ...assessed.data, accepted: gbp(1_000_000), rejected: gbp(200_000) }))
  .and(match, firstAward, MatchVerified({ ...verified.data, accepted: gbp(1_000_000), rejected: gbp(200_000), met: gbp(1_000_000), gap: gbp(800_000) }));
const shownAgain = partly.and(match, firstAward, MatchEvidenced({ ...evidenced.data, amount: gbp(200_000), evidence: second }));

describe('revoking a verification', () => {
  it('is refused when the evidence was not assessed', () => shown.when(revokeVerification, revoke, verifier).thenRefused('evidence-is-not-assessed'));

  it('is refused the second time', () =>
    inForce
      .and(evidence, firstEvidence, reopened)
      .and(match, firstAward, revoked)
      .when(revokeVerification, revoke, verifier)
      .thenRefused('evidence-is-not-assessed'));

  it('is refused after the award has ended', () =>
    inForce
      .and(award, firstAward, awardEvents.AwardClosed({ ...about, released: gbp(1_800_000), returnedTo: 'round' }))
      .when(revokeVerification, revoke, verifier)
      .thenRefused('award-has-ended', { stage: 'closed' }));

  it('is refused when other evidence took the place of what was rejected', () =>
    shownAgain.when(revokeVerification, revoke, verifier).thenRefused('pledge-has-no-room', { pledged: '£12,000.00', evidenced: '£12,000.00', rejected: '£2,000.00' }));

  it('is refused when a penny was authorised that only this match allows', () =>
    paid(900_001).when(revokeVerification, revoke, verifier).thenRefused('payment-rests-on-it', { committed: '£9,000.01', payable: '£9,000.00' }));

  it('counts what is paid already', () =>
    paid(900_001)
      .and(limit, awardLimitRef, moved('authorised', 'spent', 900_001, 'PY-2012-001'))
      .when(revokeVerification, revoke, verifier)
      .thenRefused('payment-rests-on-it'));

  it('is exactly the reverse of the verification', () => inForce.when(revokeVerification, revoke, verifier).then(reopened, revoked));

  it('leaves alone what may be paid without the match', () => paid(900_000).when(revokeVerification, revoke, verifier).then(reopened, revoked));

  it('shows again what was rejected, once a further pledge makes room', () =>
    shownAgain
      .and(match, firstAward, MatchPledged({ award: firstAward, ...lead, amount: gbp(200_000) }))
      .when(revokeVerification, revoke, verifier)
      .then(
        EvidenceReopened({ ...reopened.data, accepted: gbp(1_000_000), rejected: gbp(200_000) }),
        VerificationRevoked({ ...revoked.data, accepted: gbp(1_000_000), rejected: gbp(200_000), unmet: gbp(1_000_000) }),
      ));

  it('lets the surplus of another source stand in', () =>
    inForce
      .and(
        match,
        firstAward,
        MatchPledged({ award: firstAward, ...partner, amount: gbp(200_000) }),
        MatchEvidenced({ ...evidenced.data, ...partner, amount: gbp(1_000_000), evidence: second }),
        MatchVerified({ ...verified.data, ...partner, evidence: second, accepted: gbp(1_000_000), met: gbp(600_000), gap: nil }),
      )
      .when(revokeVerification, revoke, verifier)
      .then(reopened, VerificationRevoked({ ...revoked.data, unmet: gbp(800_000), gap: gbp(800_000) })));
});
