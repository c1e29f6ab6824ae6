import { stream, type Code } from '#kernel';
import type { BudgetLine } from '#domain/limits';
import * as events from './round.events.js';

interface RoundTerms {
  readonly programme: Code;
  readonly name: string;
  readonly budget: BudgetLine;
}
export type RoundState = { readonly stage: 'absent' } | ({ readonly stage: 'open' } & RoundTerms) | ({ readonly stage: 'closed' } & RoundTerms);

export const round = stream('round', { events, initial: { stage: 'absent' } as RoundState }).evolvedBy({
  RoundOpened: (_, { programme, name, budget }) => ({ stage: 'open', programme, name, budget }),
  RoundClosed: (_, { programme, name, budget }) => ({ stage: 'closed', programme, name, budget }),
});
