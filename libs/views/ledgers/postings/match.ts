import type { awardEvents } from '#domain/awards';
import type { matchEvents } from '#domain/match-funding';
import { demandOf, giftOf } from '../places.js';
import { move } from '../posting.js';
import type { PostingsOf } from './of.js';

export const AgreementSigned: PostingsOf<typeof awardEvents.AgreementSigned> = ({ ref, data: { matchRequired } }) =>
  move(demandOf(ref, 'Requirement'), demandOf(ref, 'Unmet'), matchRequired, 'match-required');

export const MatchPledged: PostingsOf<typeof matchEvents.MatchPledged> = ({ data: { award, source, amount } }) =>
  move(giftOf(award, source, 'Promise'), giftOf(award, source, 'Pledged'), amount, 'match-pledged');

export const PledgeWithdrawn: PostingsOf<typeof matchEvents.PledgeWithdrawn> = ({ data: { award, source, amount } }) =>
  move(giftOf(award, source, 'Pledged'), giftOf(award, source, 'Promise'), amount, 'pledge-withdrawn');

export const MatchEvidenced: PostingsOf<typeof matchEvents.MatchEvidenced> = ({ data: { award, source, amount } }) =>
  move(giftOf(award, source, 'Pledged'), giftOf(award, source, 'Evidenced'), amount, 'match-shown');

/** What was rejected is pledged still, and may be shown by other papers. No more than is missing counts as met. */
export const MatchVerified: PostingsOf<typeof matchEvents.MatchVerified> = ({ data: { award, source, accepted, rejected, met } }) => [
  ...move(giftOf(award, source, 'Evidenced'), giftOf(award, source, 'Verified'), accepted, 'match-accepted'),
  ...move(giftOf(award, source, 'Evidenced'), giftOf(award, source, 'Pledged'), rejected, 'match-rejected'),
  ...move(demandOf(award, 'Unmet'), demandOf(award, 'Met'), met, 'match-counted'),
];

export const MatchReleased: PostingsOf<typeof matchEvents.MatchReleased> = ({ data: { award, unmet, pledges } }) => [
  ...move(demandOf(award, 'Unmet'), demandOf(award, 'Released'), unmet, 'match-released'),
  ...pledges.flatMap(({ source, amount }) => move(giftOf(award, source, 'Pledged'), giftOf(award, source, 'Promise'), amount, 'pledge-fell-away')),
];

/** The exact reverse of a verification: what it had counted, accepted and rejected. */
export const VerificationRevoked: PostingsOf<typeof matchEvents.VerificationRevoked> = ({ data: { award, source, accepted, rejected, unmet } }) => [
  ...move(giftOf(award, source, 'Verified'), giftOf(award, source, 'Evidenced'), accepted, 'correction'),
  ...move(giftOf(award, source, 'Pledged'), giftOf(award, source, 'Evidenced'), rejected, 'correction'),
  ...move(demandOf(award, 'Met'), demandOf(award, 'Unmet'), unmet, 'correction'),
];
