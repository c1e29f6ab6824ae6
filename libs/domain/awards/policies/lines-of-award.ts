import { isNil, nil, share, type Money } from '#kernel';
import type { BudgetLine } from '#domain/limits';
import type { AwardTerms } from '../award-state.js';

/** A budget line that bears a part of an award, and how large a part beside the others. */
export interface Bearer {
  readonly line: BudgetLine;
  readonly weight: number;
}

/** Each line once: a fund that is named twice for a year bears both parts together. */
const once = (bearers: readonly Bearer[]): readonly Bearer[] =>
  bearers.reduce<readonly Bearer[]>((lines, each) => {
    const known = lines.findIndex(({ line }) => line.fund === each.line.fund && line.financialYear === each.line.financialYear);
    return known < 0 ? [...lines, each] : lines.with(known, { ...each, weight: each.weight + (lines[known]?.weight ?? 0) });
  }, []);

/**
 * What bears an award: the budget line of its round first, then the later years that its cost is spread over, then other funds.
 * What other funds leave is what the years share. The first has no weight where the years leave out that of the round.
 */
export function bearersOf({ budget, years, funders = [] }: Pick<AwardTerms, 'budget' | 'years' | 'funders'>): { readonly first: number; readonly others: readonly Bearer[] } {
  const own = 100 - funders.reduce((sum, { per }) => sum + per, 0);
  const spread = years?.kind === 'spread' ? years.parts : [{ financialYear: budget.financialYear, per: 100 }];
  const [first, ...others] = once([
    { line: budget, weight: 0 },
    ...spread.map(({ financialYear, per }) => ({ line: { ...budget, financialYear }, weight: own * per })),
    ...funders.map(({ fund, financialYear, per }) => ({ line: { ...budget, fund, financialYear }, weight: 100 * per })),
  ]);
  return { first: first?.weight ?? 0, others };
}

/** An amount in parts by weight, to the penny: the first line's, then the others'. */
export function partsOf(amount: Money, { first, others }: ReturnType<typeof bearersOf>): { readonly first: Money; readonly others: readonly Money[] } {
  const [of = amount, ...rest] = others.length === 0 ? [amount] : share(amount, [first, ...others.map(({ weight }) => weight)]);
  return { first: of, others: rest };
}

/**
 * The parts of an amount that was settled under a ceiling. Each line bears it as it bore the ceiling, so that rounding never asks
 * more of one than it was approved for.
 */
export const partsUnder = (amount: Money, ceilings: readonly Money[]): readonly Money[] => (isNil(amount) ? ceilings.map(() => nil) : share(amount, ceilings.map(({ minor }) => minor)));
