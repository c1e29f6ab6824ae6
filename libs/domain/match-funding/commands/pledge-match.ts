import { decide, money, present, reference, refuse, type AwardRef, type Money, type OrganisationRef } from '#kernel';
import { award } from '#domain/awards';
import { ownBodyRefusals } from '#domain/organisations';
import { matchSource, sourceRefusals, whoMayMatch } from '../match-sources.js';
import { MatchPledged } from '../match.events.js';
import { match } from '../match.js';
import { awardMustTakeMatch, conditionRefusals, matchRefusals } from '../policies/award-must-take-match.js';
import { mustActForTheAward } from '../policies/must-act-for-the-award.js';

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
    ...ownBodyRefusals,
    ...conditionRefusals,
    ...sourceRefusals,
  },
  rule(_, { award: to, source, amount }, { actsFor, facts }) {
    const closed = awardMustTakeMatch(facts.award.state);
    if (closed) return closed;
    const { terms, matchCondition } = present(facts.award.state);
    const foreign = mustActForTheAward(actsFor, terms, source);
    if (foreign) return foreign;
    if (!matchCondition) return refuse('no-match-is-required');
    const giver = matchSource(terms, matchCondition, source);
    if (!giver) return refuse('source-may-not-match', { ...whoMayMatch(terms, matchCondition), source });

    return [MatchPledged({ award: to, source, sourceName: giver.name, amount })];
  },
});
