import type { fundEvents } from '#domain/programmes';
import { authority, available } from '../places.js';
import { move } from '../posting.js';
import type { PostingsOf } from './of.js';

/** Both funds stand within their own year and budget, so each has a vote of its own for it; the two votes come to nothing. */
export const BudgetVired: PostingsOf<typeof fundEvents.BudgetVired> = ({ data: { fund, financialYear, to, amount } }) => {
  const [giver, taker] = [{ fund, financialYear }, { fund: to, financialYear }];
  return [...move(available(giver), authority('Virement', giver), amount, 'budget-vired'), ...move(authority('Virement', taker), available(taker), amount, 'budget-vired')];
};
