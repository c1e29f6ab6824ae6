import { gbp, toDate, toPerson, toReference } from '#kernel';
import { anApplication, eastRiding, firstApplication, partners } from '#domain/applications/testing';
import { leadMembers, withDelegation } from '#domain/decisions/testing';
import { limit, limitEvents } from '#domain/limits';
import { budget, future, spring } from '#domain/programmes/testing';
import { AgreementOffered, AgreementSigned, AmountAgreed, AmountProposed, AwardApproved, AwardRecommended, MatchConditionSet } from '../award.events.js';
import { award } from '../award.js';

export const firstAward = toReference('AW', 'AW-2012-001');
export const awardLimitRef = `award.${firstAward}`;
export const roundLimitRef = `round.${spring}`;
export const linkedLimitRef = `linked.${spring}.${eastRiding}`;
export const delegationRef = 'delegation.lead-members.1';
export const recipientName = 'East Riding of Yorkshire Council';
export const about = { recipient: eastRiding, recipientName, budget };
export const ceiling = gbp(2_000_000);
export const amount = gbp(1_800_000);

export const recommended = AwardRecommended({
  ...about,
  application: firstApplication,
  programme: future,
  title: 'Shared property',
  partners,
  awardCeiling: ceiling,
  instrument: 'memorandum-of-agreement',
  recommendedBy: toPerson('officer'),
});

/** What moves between the buckets of a limit of pounds. */
export const moved = (from: string, to: string, pence: number, because: string) => limitEvents.LimitMoved({ unit: 'GBP', from, to, amount: pence, because });
export const reduced = (bucket: string, pence: number, because: string) => limitEvents.LimitReduced({ unit: 'GBP', bucket, amount: pence, because });
export const opened = limitEvents.LimitOpened({ subject: `award ${firstAward}`, unit: 'GBP', bucket: 'approved', amount: 2_000_000 });

/** What is counted together: all awards of one recipient in one round. */
export const linked = limitEvents.LimitOpened({ subject: `awards to ${eastRiding} in round ${spring}`, unit: 'GBP', bucket: 'approved', amount: 2_000_000 });

export const delegatedAuthority = {
  decidedBy: leadMembers,
  decidedByName: 'Lead Members',
  authority: { kind: 'delegated', body: leadMembers, minute: 'LM 2012-06-13/1', delegation: 1, perAward: gbp(2_000_000), leftBefore: gbp(6_000_000) },
} as const;
export const approved = AwardApproved({ ...about, programme: future, title: 'Shared property', ceiling, verb: 'approved', ...delegatedAuthority });
export const proposed = AmountProposed({ amount, ceiling, recipientName });
export const settled = AmountAgreed({ amount, ceiling, recipientName });
export const conditioned = MatchConditionSet({ ratio: 100, payableBeforeVerified: 50, recipientName });
export const offered = AgreementOffered({ ...about, instrument: 'memorandum-of-agreement', amount, document: 'MoA 2', acceptBy: toDate('2012-07-31') });
export const signed = AgreementSigned({
  ...about, instrument: 'memorandum-of-agreement', document: 'MoA 2 signed', amount, ceiling, released: gbp(200_000), returnedTo: 'round', matchRequired: amount,
});

/** An award's life, step by step: each goes on from the one before. */
export const anAwardRecommended = withDelegation(anApplication).and(award, firstAward, recommended);
export const anAwardApproved = anAwardRecommended
  .and(award, firstAward, approved)
  .and(limit, delegationRef, moved('left', 'used', 2_000_000, firstAward))
  .and(limit, linkedLimitRef, linked)
  .and(limit, roundLimitRef, moved('allocated', 'approved', 2_000_000, firstAward))
  .and(limit, awardLimitRef, opened);
export const anAwardWithAnAmount = anAwardApproved.and(award, firstAward, conditioned, proposed, settled);
export const anAwardOffered = anAwardWithAnAmount.and(award, firstAward, offered);
export const anAwardSigned = anAwardOffered
  .and(award, firstAward, signed)
  .and(limit, awardLimitRef, moved('approved', 'agreed', 1_800_000, 'signed'), reduced('approved', 200_000, 'signed'))
  .and(limit, roundLimitRef, moved('approved', 'allocated', 200_000, 'signed'))
  .and(limit, linkedLimitRef, reduced('approved', 200_000, 'signed'))
  .and(limit, delegationRef, moved('used', 'left', 200_000, 'signed'));
