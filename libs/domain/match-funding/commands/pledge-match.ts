import { decide, money, present, reference, refuse, type AwardRef, type Money, type OrganisationRef } from '#kernel';
import { award } from '#domain/awards';
import { matchSource } from '../match-sources.js';
import { MatchPledged } from '../match.events.js';
import { match } from '../match.js';
import { awardMustTakeMatch, matchRefusals } from '../policies/award-must-take-match.js';

export class PledgeMatch {
  @reference('AW', 'Award') award!: AwardRef;
  @reference('OR', 'Source') source!: OrganisationRef;
  @money('Amount') amount!: Money;
}

export const pledgeMatch = decide(match, PledgeMatch, {
  summary: 'Record what a council promises to put in beside the grant; a further pledge adds to it.',
  permission: 'match:pledge',
  begins: 'named',
  ref: ({ award: ref }) => ref,
  facts: async (read, input) => ({ award: await read(award, input.award) }),
  refusals: {
    ...matchRefusals,
    'no-match-is-required': 'This award has no match condition. Set one before match is pledged',
    'source-may-not-match': 'Match may come from {recipient} or a public partner of the award, not from {source}',
  },
  rule(_, { award: to, source, amount }, { facts }) {
    const closed = awardMustTakeMatch(facts.award.state);
    if (closed) return closed;
    const { terms, matchCondition } = present(facts.award.state);
    if (!matchCondition) return refuse('no-match-is-required');
    const giver = matchSource(terms, source);
    if (!giver) return refuse('source-may-not-match', { recipient: terms.recipientName, source });

    return [MatchPledged({ award: to, source, sourceName: giver.name, amount })];
  },
});
