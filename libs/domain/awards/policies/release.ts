import { isNil, present, type AwardRef, type Elsewhere, type Money, type ReadFact } from '#kernel';
import { awardLimit, fundLimit, limit, move, reduce, roundLimit, type BudgetLine, type LimitFact } from '#domain/limits';
import { round } from '#domain/programmes';

/** What must be read to give money of an award back: a closed round hands it on to its fund. */
export interface Holders {
  readonly award: LimitFact;
  readonly round: LimitFact;
  /** Read only where the round is closed: an open round keeps what comes back, and its fund is left alone. */
  readonly fund?: LimitFact;
}
export async function readHolders(read: ReadFact, award: AwardRef, { round: of, fund, financialYear }: BudgetLine): Promise<Holders> {
  const { stage } = present((await read(round, of)).state);
  const holders = { award: await read.ifAny(limit, awardLimit(award)), round: await read(limit, roundLimit(of)) };
  return stage === 'closed' ? { ...holders, fund: await read.ifAny(limit, fundLimit(fund, financialYear)) } : holders;
}

interface Released {
  readonly released: Money;
  readonly returnedTo: 'round' | 'fund';
  readonly changes: readonly Elsewhere[];
}

/** Takes an amount out of an award's bucket and gives it back to the round, or to the fund of a closed round. */
export function release({ award, round: allocation, fund }: Holders, from: 'approved' | 'agreed' | 'authorised', released: Money, because: string): Released {
  const returnedTo = fund ? 'fund' : 'round';
  if (isNil(released)) return { released, returnedTo, changes: [] };
  const back = fund
    ? [reduce(allocation, 'approved', released, because), move(fund, 'allocated', 'available', released, because)]
    : [move(allocation, 'approved', 'allocated', released, because)];
  return { released, returnedTo, changes: [reduce(award, from, released, because), ...back] };
}
