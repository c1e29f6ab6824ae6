import type { fund, round } from '#domain/programmes';
import { transfer } from '../posting.js';
import type { PostingRules } from './rules.js';

/** Budgets and rounds: from what a fund was given to what its rounds hold. */
export const budgetPostings: PostingRules<[typeof fund, typeof round]> = {
  BudgetSet: ({ data: { fund: of, financialYear, amount, kind } }) =>
    kind === 'original'
      ? transfer('budget', 'B:Authority:Original', 'B:Available', amount, { fund: of, financialYear })
      : transfer('supplementary', 'B:Authority:Supplementary', 'B:Available', amount, { fund: of, financialYear }),
  BudgetReduced: ({ data: { fund: of, financialYear, amount } }) => transfer('budget-reduced', 'B:Available', 'B:Authority:Supplementary', amount, { fund: of, financialYear }),
  RoundOpened: ({ data: { budget, allocation } }) => transfer('allocation', 'B:Available', 'B:Allocated', allocation, budget),
  RoundClosed: ({ data: { budget, returned } }) => transfer('round-closed', 'B:Allocated', 'B:Available', returned, budget),
};
