import { present, stream, type Code } from '#kernel';
import type { BudgetLine } from '#domain/limits';
import type { Criterion } from './criteria.js';
import * as events from './round.events.js';
import type { MatchRule, RoundTerms } from './round-terms.js';

/** What applications are scored on, from nought to the highest score. */
export interface Scoring {
  readonly criteria: readonly Criterion[];
  readonly highestScore: number;
  readonly begun: boolean;
}
interface Round {
  readonly programme: Code;
  readonly name: string;
  readonly budget: BudgetLine;
  readonly terms?: RoundTerms | undefined;
  readonly matchRule?: MatchRule | undefined;
  /** A round without criteria is not a competition: officers recommend what they find fit. */
  readonly scoring?: Scoring;
}
export type RoundState = { readonly stage: 'absent' } | ({ readonly stage: 'open' } & Round) | ({ readonly stage: 'closed' } & Round);

export const round = stream('round', { events, initial: { stage: 'absent' } as RoundState }).evolvedBy({
  RoundOpened: (_, { programme, name, budget, terms, matchRule }) => ({ stage: 'open', programme, name, budget, terms, matchRule }),
  RoundClosed: (state) => ({ ...present(state), stage: 'closed' }),
  CriteriaSet: (state, { criteria, highestScore }) => ({ ...present(state), scoring: { criteria, highestScore, begun: false } }),
  ScoringBegun(state) {
    const { scoring, ...before } = present(state);
    if (!scoring) throw new Error('Nobody can score a round that has no criteria');
    return { ...before, scoring: { ...scoring, begun: true } };
  },
});
