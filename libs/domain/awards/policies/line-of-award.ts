import { present } from '#kernel';
import type { BudgetLine } from '#domain/limits';
import { confirmed } from '../award-holdings.js';
import type { AwardState, Tranche } from '../award-state.js';

/** A budget line that bears money of an award: 0 is its first, others go by their number. Undefined for what is not there or not confirmed. */
export function lineOf(state: AwardState, number: number): { readonly line: BudgetLine; readonly tranche?: Tranche } | undefined {
  const { terms, tranches } = present(state);
  if (number === 0) return { line: terms.budget };
  const tranche = tranches.find((each) => each.number === number);
  return tranche && confirmed(tranche) ? { line: tranche.line, tranche } : undefined;
}
