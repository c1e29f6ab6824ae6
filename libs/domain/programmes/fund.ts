import { present, stream } from '#kernel';
import * as events from './fund.events.js';

/** What a fund has left is kept by its limits, one for each financial year. */
export type FundState = { readonly stage: 'absent' } | { readonly stage: 'open'; readonly name: string };

export const fund = stream('fund', { events, initial: { stage: 'absent' } as FundState }).evolvedBy({
  FundOpened: (_, { name }) => ({ stage: 'open', name }),
  BudgetSet: (state) => present(state),
  BudgetReduced: (state) => present(state),
});
