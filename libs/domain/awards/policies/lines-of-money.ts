import { plus, present, total, type AwardRef, type Money, type ReadFact } from '#kernel';
import { limit, moneyLeft, type LimitFact } from '#domain/limits';
import { confirmed, moneyLimitOf } from '../award-holdings.js';
import type { AwardState } from '../award-state.js';

/** The limits that hold the money of an award: of its first budget line, and of each part from another that was confirmed. */
export async function readMoneyOf(read: ReadFact, award: AwardRef, state: AwardState): Promise<readonly LimitFact[]> {
  const parts = present(state).tranches.filter(confirmed).map(({ number }) => number);
  return Promise.all([undefined, ...parts].map((number) => read.ifAny(limit, moneyLimitOf(award, number))));
}

/** What of an award is paid or on its way, from all its budget lines together. */
export const drawnOf = (lines: readonly LimitFact[]): Money => total(lines.map((line) => plus(moneyLeft(line, 'authorised'), moneyLeft(line, 'spent'))));
