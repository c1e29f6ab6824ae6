import type { BudgetLine } from '#domain/limits';
import type { AccountCode } from './chart.js';

/** An account by its full path, and what it is about, so that questions need not take paths apart. */
export interface Place {
  readonly account: AccountCode;
  readonly path: string;
  /** Whose account it is: a fund, a round or an award. */
  readonly subject: string;
  readonly award?: string;
  readonly fund?: string;
  readonly financialYear?: string;
  readonly round?: string;
  readonly source?: string;
}

type FundYear = Pick<BudgetLine, 'fund' | 'financialYear'>;

export const authority = (kind: 'Original' | 'Supplementary', { fund, financialYear }: FundYear): Place => ({
  account: 'B:Authority', path: `B:Authority:${kind}:${fund}:${financialYear}`, subject: fund, fund, financialYear,
});

export const available = ({ fund, financialYear }: FundYear): Place => ({
  account: 'B:Available', path: `B:Available:${fund}:${financialYear}`, subject: fund, fund, financialYear,
});

export const allocated = ({ fund, financialYear, round }: BudgetLine): Place => ({
  account: 'B:Allocated', path: `B:Allocated:${round}:${financialYear}`, subject: round, fund, financialYear, round,
});

/** Where an award's money is. The year is that of the budget it comes from, not that of the day. */
export const moneyOf = (award: string, bucket: 'Approved' | 'Agreed' | 'Authorised' | 'Spent', { fund, financialYear, round }: BudgetLine): Place => ({
  account: `B:${bucket}`, path: `B:${bucket}:${award}:${financialYear}`, subject: award, award, fund, financialYear, round,
});

/** What an agreement demands. */
export const demandOf = (award: string, state: 'Requirement' | 'Unmet' | 'Met' | 'Released'): Place => ({
  account: `M:${state}`, path: `M:${state}:${award}`, subject: award, award,
});

/** What one source gives. */
export const giftOf = (award: string, source: string, state: 'Promise' | 'Pledged' | 'Evidenced' | 'Verified'): Place => ({
  account: `M:${state}`, path: `M:${state}:${award}:${source}`, subject: award, award, source,
});
