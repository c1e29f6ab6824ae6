import { gbp, nil, toPerson, toReference } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { award, awardEvents } from '#domain/awards';
import { about, firstAward } from '#domain/awards/testing';
import { EvidenceAssessed, EvidenceReceived } from '../evidence.events.js';
import { evidence } from '../evidence.js';
import { MatchEvidenced, MatchVerified } from '../match.events.js';
import { match } from '../match.js';
import { evidenced, firstEvidence, partner, pledgedBeforeSigning, received, shown, verified } from '../testing/index.js';
import { verifyMatch } from './verify-match.js';

const verify = { evidence: firstEvidence, accepted: '£12,000.00' };
const verifier = by('verifier', '2012-10-15');
const assessed = EvidenceAssessed({ award: firstAward, accepted: gbp(1_200_000), rejected: nil, verifiedBy: toPerson('verifier') });
const second = { evidence: 'EV-2012-002', accepted: '£8,000.00' };
/** East Riding's £12,000.00 is verified; Scarborough's £8,000.00 is shown. */
const almost = shown
  .and(match, firstAward, verified)
  .and(evidence, 'EV-2012-002', EvidenceReceived({ ...received.data, ...partner, amount: gbp(800_000) }))
  .and(match, firstAward, MatchEvidenced({ ...evidenced.data, ...partner, amount: gbp(800_000) }));

describe('verifying match', () => {
  it('is refused the second time', () => shown.and(evidence, firstEvidence, assessed).when(verifyMatch, verify, verifier).thenRefused('evidence-is-assessed-already'));

  it('is refused to whoever recorded the evidence', () => shown.when(verifyMatch, verify, by('officer')).thenRefused('verifier-recorded-it'));

  it('is refused to whoever it was recorded in the name of', () => shown.inTheNameOf(toPerson('lender')).when(verifyMatch, verify, by('lender', '2012-10-15')).thenRefused('verifier-recorded-it'));

  it('is refused a penny over what is shown', () =>
    shown.when(verifyMatch, { ...verify, accepted: '£12,000.01' }, verifier).thenRefused('accepts-more-than-shown', { shown: '£12,000.00' }));

  it('is refused before an agreement is signed', () =>
    pledgedBeforeSigning
      .and(match, firstAward, evidenced)
      .and(evidence, firstEvidence, received)
      .when(verifyMatch, verify, verifier)
      .thenRefused('agreement-is-not-signed', { stage: 'approved' }));

  it('is refused after the award has ended', () =>
    shown
      .and(award, firstAward, awardEvents.AwardClosed({ ...about, released: gbp(1_800_000), returnedTo: 'round' }))
      .when(verifyMatch, verify, verifier)
      .thenRefused('agreement-is-not-signed', { stage: 'closed' }));

  it('needs evidence that exists', () => givenNothing().when(verifyMatch, verify, verifier).thenNotFound());

  it('counts what is accepted towards the requirement', () => shown.when(verifyMatch, verify, verifier).then(assessed, verified));

  it('says what of it is rejected', () =>
    shown
      .when(verifyMatch, { ...verify, accepted: '£0.00' }, verifier)
      .then(
        EvidenceAssessed({ ...assessed.data, accepted: nil, rejected: gbp(1_200_000) }),
        MatchVerified({ ...verified.data, accepted: nil, rejected: gbp(1_200_000), met: nil, gap: gbp(1_800_000) }),
      ));

  it('never counts more than the requirement, though the rest stays verified', () =>
    almost
      .when(verifyMatch, second, verifier)
      .then(
        EvidenceAssessed({ ...assessed.data, accepted: gbp(800_000) }),
        MatchVerified({ ...verified.data, ...partner, evidence: toReference('EV', 'EV-2012-002'), accepted: gbp(800_000), met: gbp(600_000), gap: nil }),
      ));
});
