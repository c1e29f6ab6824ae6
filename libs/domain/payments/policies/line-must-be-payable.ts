import { refuse, type Refusal } from '#kernel';
import type { AwardState } from '#domain/awards';
import type { BudgetLine } from '#domain/limits';

export const lineRefusals = { 'tranche-is-conditional': 'Part {number} of this award is {stage}. Nothing of it is paid before it is confirmed' } as const;

/** The budget line that bears a payment: the first one of the award, or that of a part that was confirmed. */
export function lineMustBePayable({ terms, tranches }: Pick<Extract<AwardState, { readonly stage: 'agreed' }>, 'terms' | 'tranches'>, number: number | undefined): { readonly budget: BudgetLine; readonly tranche?: number } | Refusal<'tranche-is-conditional'> {
  if (number === undefined) return { budget: terms.budget };
  const found = tranches.find((each) => each.number === number);
  return found?.stage === 'confirmed' ? { budget: found.line, tranche: number } : refuse('tranche-is-conditional', { number, stage: found?.stage ?? 'not there' });
}
