import { nil, type Money } from '#kernel';
import { agreementOf, type AwardState, type MatchCondition } from './award-state.js';
import { percentOf } from './percent-of.js';

/** The match that a condition asks for an amount of grant, to the nearest penny. */
export const matchOf = (condition: MatchCondition | undefined, grant: Money): Money => (condition ? percentOf(grant, condition.ratio, 'nearest') : nil);

/** What must be matched as things stand: of the signed amount; before that of the one on offer or agreed, or else of the ceiling. */
export function matchRequiredSoFar(state: AwardState): Money {
  const agreement = agreementOf(state);
  if (agreement) return agreement.matchRequired;
  if (state.stage === 'offered') return matchOf(state.matchCondition, state.amount);
  return state.stage === 'approved' ? matchOf(state.matchCondition, state.settled ?? state.ceiling) : nil;
}
