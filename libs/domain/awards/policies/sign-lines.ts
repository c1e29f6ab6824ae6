import { minus, total, type Elsewhere, type Money } from '#kernel';
import { moved } from '#domain/limits';
import type { Tranche } from '../award-state.js';
import { uncountForCaps } from './caps-of-bodies.js';
import { releaseLine, type HeldByTerms } from './held-by-terms.js';
import { partsUnder } from './lines-of-award.js';

interface Signed {
  /** What the first budget line bears, and the most that it was approved for. */
  readonly first: Money;
  readonly firstCeiling: Money;
  readonly otherLines: readonly (Pick<Tranche, 'number' | 'line' | 'kind' | 'amount'> & { readonly released: Money })[];
  /** From other budget lines, all together. */
  readonly released: Money;
  readonly changes: readonly Elsewhere[];
}

/**
 * Divides what is signed over the budget lines that bear it, and gives back to other funds what the ceiling left over. Years that were
 * confirmed on their own are signed for what they were confirmed for.
 */
export function signLines({ caps, lines }: HeldByTerms, { ceiling, amount }: { readonly ceiling: Money; readonly amount: Money }, because: string): Signed {
  const parts = lines.filter(({ tranche }) => tranche.kind === 'part');
  const firstCeiling = minus(ceiling, total(parts.map(({ tranche }) => tranche.amount)));
  const [first = amount, ...shares] = partsUnder(amount, [firstCeiling, ...parts.map(({ tranche }) => tranche.amount)]);
  const signed = lines.map((line) => ({ line, amount: shares[parts.indexOf(line)] ?? line.tranche.amount }));
  const otherLines = signed.map(({ line: { tranche }, amount: of }) => ({ number: tranche.number, line: tranche.line, kind: tranche.kind, amount: of, released: minus(tranche.amount, of) }));
  const released = total(otherLines.map((each) => each.released));
  return {
    first,
    firstCeiling,
    otherLines,
    released,
    changes: [
      ...signed.flatMap(({ line, amount: of }) => [...moved(line.money, 'approved', 'agreed', of, 'signed'), ...releaseLine(line, 'approved', minus(line.tranche.amount, of), because)]),
      ...uncountForCaps(caps, { awards: 0, money: minus(ceiling, amount) }, because),
    ],
  };
}
