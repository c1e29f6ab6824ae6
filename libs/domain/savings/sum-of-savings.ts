import { total, type AwardRef, type Code, type Money } from '#kernel';
import { loosest } from '#domain/limits';
import { basis, type Basis } from './basis.js';
import { savingKind, type Attribution, type Qualifier, type SavingKind, type SavingPeriod } from './saving-fields.js';

/** One saving's figure on one basis, with everything that decides what it may be added to. */
export interface SavingFigure {
  readonly basis: Basis;
  readonly kind: SavingKind;
  readonly period: SavingPeriod;
  readonly amount: Money;
  readonly qualifier: Qualifier;
  readonly attribution: Attribution;
  readonly programme: Code;
  readonly award?: AwardRef | undefined;
}
export type SumOfSavings =
  | {
      readonly added: true;
      /** Left out where there was nothing to add. */
      readonly basis?: Basis;
      readonly amount: Money;
      readonly qualifier: Qualifier;
      /** What the sum may be called, such as "savings or income". */
      readonly label: string;
      readonly attribution: Attribution;
      /** The financial years that it covers; none for a lifetime. */
      readonly years: readonly string[];
      /** The same pounds may stand in two of the figures: say so where the sum is shown. */
      readonly mayOverlap: boolean;
    }
  | { readonly added: false; readonly because: 'bases-differ' | 'lifetimes-differ'; readonly sentence: string };

/**
 * Adds figures of savings, or says why they do not belong together.
 * - Bases are never added: a validated pound was claimed and forecast before, and an evaluator's lifetime holds all years
 *   ("figures with different bases (delivered, projected, lifetime) must never be summed"; £26.5 million estimated and
 *   £133 million over the lifetime of one programme stand side by side in the paper of 11 July 2017).
 * - Two lifetimes are added only where they are the lifetime of the same thing.
 * - Kinds are added within a basis, but the sum is called "savings or income" as soon as there is more than one kind, or
 *   one that the source itself did not split (£7.3 million in the same paper); avoided cost is named, because nobody can spend it.
 * - Years are added within a basis: each figure is that of its own year.
 * - The sum is no surer than its parts: it takes the loosest qualifier and the weaker attribution.
 */
export function sumOfSavings(figures: readonly SavingFigure[]): SumOfSavings {
  const bases = distinct(figures.map((each) => each.basis));
  if (bases.length > 1) {
    const words = bases.map((each) => basis.spec.show(each)).join(', ');
    const sentence = `These figures stand on different bases (${words}), so they are not added: the same pound may be in each. Choose one basis`;
    return { added: false, because: 'bases-differ', sentence };
  }
  const lifetimes = distinct(figures.flatMap(({ period }) => (period.kind === 'lifetime' ? [period.of] : [])));
  if (lifetimes.length > 1) {
    const sentence = `These figures cover different lifetimes (${lifetimes.join('; ')}), so they are not added. Show them one by one`;
    return { added: false, because: 'lifetimes-differ', sentence };
  }
  return {
    added: true,
    ...(bases[0] === undefined ? {} : { basis: bases[0] }),
    amount: total(figures.map(({ amount }) => amount)),
    qualifier: loosest(figures.map((each) => each.qualifier)),
    label: labelOf(distinct(figures.map(({ kind }) => kind))),
    attribution: figures.some(({ attribution }) => attribution === 'contributed-to') ? 'contributed-to' : 'attributable',
    years: distinct(figures.flatMap(({ period }) => (period.kind === 'year' ? [period.financialYear] : []))).sort(),
    mayOverlap: figures.some((one, i) => figures.some((other, j) => i !== j && overlaps(one, other))),
  };
}

/** A programme's own figure may hold those of its awards; two of the same thing, kind and period may tell of the same pounds. */
function overlaps(one: SavingFigure, other: SavingFigure): boolean {
  if (one.programme !== other.programme) return false;
  if (one.award === undefined && other.award !== undefined) return true;
  return one.award === other.award && one.kind === other.kind && JSON.stringify(one.period) === JSON.stringify(other.period);
}

const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

function labelOf(kinds: readonly SavingKind[]): string {
  const [only] = kinds;
  if (only !== undefined && kinds.length === 1) return savingKind.spec.show(only);
  return kinds.includes('avoided-cost') ? 'savings or income, avoided cost among it' : savingKind.spec.show('savings-or-income');
}
