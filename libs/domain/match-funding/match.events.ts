/** Stored. Change only through match.history.ts. */
import { event, list, money, reference, text } from '#kernel';

const award = reference('AW', 'Award');
const source = { source: reference('OR', 'Source'), sourceName: text('Name of the source') };
const evidence = reference('EV', 'Evidence');
const amount = money('Amount');
const pledges = list('Pledges that fall away', { ...source, amount }, '{amount} of {sourceName}');
const shares = list('Shares', { ...source, amount }, '{amount} from {sourceName}', { min: 1 });

/** Who brings how much of the match of a joint bid. A split replaces the one before it. */
export const MatchSplit = event('MatchSplit', {
  fields: { award, required: money('Match required'), shares },
  sentence: 'The match of {required} was split: {shares}',
});

export const MatchPledged = event('MatchPledged', {
  fields: { award, ...source, amount },
  sentence: '{sourceName} pledged {amount} of match',
});

export const PledgeWithdrawn = event('PledgeWithdrawn', {
  fields: { award, ...source, amount, reason: text('Reason') },
  sentence: '{sourceName} withdrew {amount} of its pledge: {reason}',
});

export const MatchEvidenced = event('MatchEvidenced', {
  fields: { award, ...source, evidence, amount, document: text('Document') },
  sentence: '{sourceName} showed {amount} of match: {document} ({evidence})',
});

export const MatchVerified = event('MatchVerified', {
  fields: {
    award,
    ...source,
    evidence,
    accepted: money('Accepted', { orNil: true }),
    rejected: money('Rejected', { orNil: true }),
    met: money('Newly counted towards the requirement', { orNil: true }),
    gap: money('Still missing afterwards', { orNil: true }),
  },
  sentence: ({ rejected }, show) =>
    `${show('accepted')} of match from ${show('sourceName')} was verified (${show('evidence')})` +
    `${rejected.minor > 0 ? `, ${show('rejected')} was not accepted` : ''}; ${show('gap')} is still missing`,
});

/** An award that ended needs no more match: what was still missing, and pledges nobody evidenced, fall away. */
export const MatchReleased = event('MatchReleased', {
  fields: {
    award,
    unmet: money('No longer required', { orNil: true }),
    pledges,
  },
  sentence: ({ pledges }, show) => `${show('unmet')} of match is no longer required${pledges.length > 0 ? `; pledges that fall away: ${show('pledges')}` : ''}`,
});

/** The exact reverse of a verification that should not have been: its evidence waits to be verified again. */
export const VerificationRevoked = event('VerificationRevoked', {
  fields: {
    award,
    ...source,
    corrects: reference('EV', 'Corrects'),
    accepted: money('Accepted before', { orNil: true }),
    rejected: money('Rejected before', { orNil: true }),
    unmet: money('No longer counted towards the requirement', { orNil: true }),
    gap: money('Still missing afterwards', { orNil: true }),
    reason: text('Reason'),
  },
  sentence: 'The verification of {accepted} of match from {sourceName} was revoked ({corrects}): {reason}; {gap} is still missing',
});
