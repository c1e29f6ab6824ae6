import { gbp, nil, toPerson, toReference } from '#kernel';
import { eastRiding, scarborough } from '#domain/applications/testing';
import { anAwardSigned, anAwardWithAnAmount, firstAward, recipientName } from '#domain/awards/testing';
import { EvidenceReceived } from '../evidence.events.js';
import { evidence } from '../evidence.js';
import { MatchEvidenced, MatchPledged, MatchVerified } from '../match.events.js';
import { match } from '../match.js';

export const firstEvidence = toReference('EV', 'EV-2012-001');
export const lead = { source: eastRiding, sourceName: recipientName };
export const partner = { source: scarborough, sourceName: 'Scarborough Borough Council' };

/** £18,000.00 required; East Riding pledged £12,000.00 and Scarborough £8,000.00 of it. */
export const pledges = [
  MatchPledged({ award: firstAward, ...lead, amount: gbp(1_200_000) }),
  MatchPledged({ award: firstAward, ...partner, amount: gbp(800_000) }),
] as const;
export const received = EvidenceReceived({ award: firstAward, ...lead, amount: gbp(1_200_000), document: 'Invoice 12', recordedBy: toPerson('officer') });
export const evidenced = MatchEvidenced({ award: firstAward, ...lead, amount: gbp(1_200_000), document: 'Invoice 12', evidence: firstEvidence });
export const verified = MatchVerified({ award: firstAward, ...lead, evidence: firstEvidence, accepted: gbp(1_200_000), rejected: nil, met: gbp(1_200_000), gap: gbp(600_000) });

export const pledgedBeforeSigning = anAwardWithAnAmount.and(match, firstAward, ...pledges);
export const pledged = anAwardSigned.and(match, firstAward, ...pledges);
export const shown = pledged.and(match, firstAward, evidenced).and(evidence, firstEvidence, received);
