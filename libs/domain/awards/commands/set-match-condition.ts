import { count, decide, optional, percent, present, reference, refuse, type AwardRef } from '#kernel';
import { matchFrom, type MatchFrom } from '#domain/programmes';
import { MatchConditionSet } from '../award.events.js';
import { award } from '../award.js';

export class SetMatchCondition {
  @reference('AW', 'Award') award!: AwardRef;
  @percent('Match as a share of the grant') ratio!: number;
  @count('Per cent of the grant payable before match is verified', { max: 100 }) payableBeforeVerified!: number;
  @optional(matchFrom) from?: MatchFrom;
}

export const setMatchCondition = decide(award, SetMatchCondition, {
  summary: 'Make an award depend on the recipient’s own money, before its terms are offered.',
  permission: 'award:set-terms',
  ref: ({ award: ref }) => ref,
  refusals: {
    'terms-are-settled': 'This award is {stage}, so its terms can no longer change',
    'round-fixes-the-match': 'The terms of {round} fix the match of all its awards, so it cannot be set for one',
  },
  rule(state, { award: _, ...condition }) {
    const { stage, terms } = present(state);
    if (stage !== 'recommended' && stage !== 'approved') return refuse('terms-are-settled', { stage });
    if (terms.matchRule) return refuse('round-fixes-the-match', { round: terms.budget.round });

    return [MatchConditionSet({ ...condition, recipientName: terms.recipientName })];
  },
});
