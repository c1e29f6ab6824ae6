import { present, stream, type OrganisationRef } from '#kernel';
import type { FundClass } from './fund-class.js';
import * as events from './fund.events.js';

/** What a fund has left is kept by its limits, one for each financial year. */
export type FundState =
  | { readonly stage: 'absent' }
  | {
      readonly stage: 'open';
      readonly name: string;
      readonly class?: FundClass | undefined;
      /** Another body holds the money: we may award it and may not move it. */
      readonly heldBy?: OrganisationRef | undefined;
      readonly heldByName?: string | undefined;
      /** Financial years that were given a budget: money that came otherwise, carried or moved there, is none. */
      readonly budgeted: readonly string[];
    };

export const fund = stream('fund', { events, initial: { stage: 'absent' } as FundState }).evolvedBy({
  FundOpened: (_, { name, class: kind, heldBy, heldByName }) => ({ stage: 'open', name, class: kind, heldBy, heldByName, budgeted: [] }),
  BudgetSet(state, { financialYear }) {
    const before = present(state);
    return before.budgeted.includes(financialYear) ? before : { ...before, budgeted: [...before.budgeted, financialYear] };
  },
  BudgetReduced: (state) => present(state),
  BudgetVired: (state) => present(state),
});
