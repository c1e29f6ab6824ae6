import { decide, isNil, list, money, present, reference, refuse, showMoney, total, type AwardRef, type DataOf } from '#kernel';
import { award, matchRequiredSoFar } from '#domain/awards';
import { matchSource, sourceRefusals, whoMayMatch } from '../match-sources.js';
import { MatchSplit } from '../match.events.js';
import { match } from '../match.js';
import { awardMustTakeMatch, conditionRefusals, matchRefusals } from '../policies/award-must-take-match.js';

const share = { organisation: reference('OR', 'Organisation'), amount: money('Amount') };

export class SplitMatch {
  @reference('AW', 'Award') award!: AwardRef;
  @list('Shares', share, '{amount} from {organisation}', { min: 1 }) shares!: readonly DataOf<typeof share>[];
}

export const splitMatch = decide(match, SplitMatch, {
  summary: 'Split the match of a joint bid among the recipient and its partners; possible until evidence of it is recorded, and when another amount is agreed.',
  permission: 'match:split',
  begins: 'named',
  ref: ({ award: ref }) => ref,
  facts: async (read, input) => ({ award: await read(award, input.award) }),
  refusals: {
    ...matchRefusals,
    ...conditionRefusals,
    'match-is-evidenced': '{name} has shown evidence of its match, so the split stands',
    'source-is-named-twice': '{source} is named twice. Give each body one share',
    ...sourceRefusals,
    'shares-do-not-sum': 'The shares come to {sum}. They must come to {required}, the match that is required',
  },
  rule(state, { award: of, shares }, { facts }) {
    const found = present(facts.award.state);
    const closed = awardMustTakeMatch(found);
    if (closed) return closed;
    const { terms, matchCondition } = found;
    if (!matchCondition) return refuse('no-match-is-required');
    const shown = Object.values(state.sources).find(({ evidenced }) => !isNil(evidenced));
    // An amount that was agreed since may have left a split that comes to something else: that one never stands.
    const before = Object.values(state.sources).flatMap(({ share: given }) => given ?? []);
    const required = matchRequiredSoFar(found);
    const isStale = before.length > 0 && total(before).minor !== required.minor;
    if (shown && !isStale) return refuse('match-is-evidenced', { name: shown.name });
    const repeated = shares.find(({ organisation }, i) => shares.findIndex((each) => each.organisation === organisation) < i);
    if (repeated) return refuse('source-is-named-twice', { source: repeated.organisation });
    const named = shares.flatMap(({ organisation: source, amount }) => {
      const giver = matchSource(terms, matchCondition, source);
      return giver ? [{ source, sourceName: giver.name, amount }] : [];
    });
    const stranger = shares.find(({ organisation }) => !named.some(({ source }) => source === organisation));
    if (stranger) return refuse('source-may-not-match', { ...whoMayMatch(terms, matchCondition), source: stranger.organisation });
    const sum = total(shares.map(({ amount }) => amount));
    if (sum.minor !== required.minor) return refuse('shares-do-not-sum', { sum: showMoney(sum), required: showMoney(required) });

    return [MatchSplit({ award: of, required, shares: named })];
  },
});
