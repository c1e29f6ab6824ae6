import { decide, exceeds, lesser, minus, money, present, reference, refuse, showMoney, type EvidenceRef, type Money } from '#kernel';
import { award } from '#domain/awards';
import { EvidenceAssessed } from '../evidence.events.js';
import { evidence } from '../evidence.js';
import { MatchVerified } from '../match.events.js';
import { match, matchPosition } from '../match.js';

export class VerifyMatch {
  @reference('EV', 'Evidence') evidence!: EvidenceRef;
  @money('Accepted', { orNil: true, hint: 'What of it counts as match; £0.00 rejects it' }) accepted!: Money;
}

export const verifyMatch = decide(evidence, VerifyMatch, {
  summary: 'Verify evidence of match: accept all, a part or none of it.',
  permission: 'match:verify',
  ref: ({ evidence: ref }) => ref,
  facts: async (read, _, state) => {
    const { award: of } = present(state);
    return { award: await read(award, of), match: await read(match, of) };
  },
  refusals: {
    'evidence-is-assessed-already': 'This evidence is verified already',
    'accepts-more-than-shown': 'This evidence shows {shown}, so no more than that can be accepted',
    'agreement-is-not-signed': 'The award is {stage}. Match is verified against a signed agreement that is still running',
    'verifier-recorded-it': 'You recorded this evidence, so someone else must verify it',
  },
  apart: { 'verifier-recorded-it': ({ state }) => present(state).recordedBy },
  rule(state, { evidence: ref, accepted }, { actor, facts }) {
    const { stage, award: of, source, sourceName, amount } = present(state);
    if (stage === 'assessed') return refuse('evidence-is-assessed-already');
    if (exceeds(accepted, amount)) return refuse('accepts-more-than-shown', { shown: showMoney(amount) });
    const terms = present(facts.award.state);
    if (terms.stage !== 'agreed') return refuse('agreement-is-not-signed', { stage: terms.stage });

    const rejected = minus(amount, accepted);
    const { gap } = matchPosition(facts.match.state, terms.agreement.matchRequired);
    // What exceeds the requirement stays verified, but no more than the gap is newly met.
    const met = lesser(accepted, gap);
    return [
      EvidenceAssessed({ award: of, accepted, rejected, verifiedBy: actor }),
      facts.match.append(MatchVerified({ award: of, evidence: ref, source, sourceName, accepted, rejected, met, gap: minus(gap, met) })),
    ];
  },
});
