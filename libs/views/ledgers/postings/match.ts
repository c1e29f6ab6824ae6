import type { match } from '#domain/match-funding';
import { transfer } from '../posting.js';
import type { PostingRules } from './rules.js';

/** Match: what each source promised, showed and had verified, and how much of the requirement that meets. */
export const matchPostings: PostingRules<[typeof match]> = {
  MatchPledged: ({ data: { award, source, amount } }) => transfer('pledge', 'M:Promise', 'M:Pledged', amount, { award, source }),
  PledgeWithdrawn: ({ data: { award, source, amount } }) => transfer('pledge-withdrawn', 'M:Pledged', 'M:Promise', amount, { award, source }),
  MatchEvidenced: ({ data: { award, source, amount } }) => transfer('evidence', 'M:Pledged', 'M:Evidenced', amount, { award, source }),
  MatchVerified: ({ data: { award, source, accepted, rejected, met } }) => [
    ...transfer('verified', 'M:Evidenced', 'M:Verified', accepted, { award, source }),
    ...transfer('not-accepted', 'M:Evidenced', 'M:Pledged', rejected, { award, source }),
    ...transfer('met', 'M:Unmet', 'M:Met', met, { award }),
  ],
  MatchReleased: ({ data: { award, unmet, pledges } }) => [
    ...transfer('released', 'M:Unmet', 'M:ShortfallWaived', unmet, { award }),
    ...pledges.flatMap(({ source, amount }) => transfer('released', 'M:Pledged', 'M:Promise', amount, { award, source })),
  ],
};
