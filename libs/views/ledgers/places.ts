import type { BudgetLine } from '#domain/limits';
import type { AccountCode } from './chart.js';

/** An account by its full path, and what it is about, so that questions need not take paths apart. */
export interface Place {
  readonly account: AccountCode;
  readonly path: string;
  /** Whose money or promise it is: a fund, a round, an award or a programme. */
  readonly subject: string;
  readonly award?: string;
  readonly fund?: string;
  readonly financialYear?: string;
  readonly round?: string;
  readonly source?: string;
  readonly kind?: string;
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

/** Where a payment is on its way. Of an award each, but for the bank, which is one, and the expense, which is the fund's. */
export const owedTo = (award: string): Place => ({ account: 'F:Liability:GrantsPayable', path: `F:Liability:GrantsPayable:${award}`, subject: award, award });
export const inTransitTo = (award: string): Place => ({ account: 'F:Clearing:PaymentsInTransit', path: `F:Clearing:PaymentsInTransit:${award}`, subject: award, award });
export const throughBank = (award: string): Place => ({ account: 'F:Asset:Bank', path: 'F:Asset:Bank', subject: award, award });
export const costOf = (award: string, { fund }: Pick<BudgetLine, 'fund'>): Place => ({ account: 'F:Expense:Grants', path: `F:Expense:Grants:${fund}`, subject: award, award, fund });

export type SavingBasis = 'Memo' | 'Forecast' | 'Claimed' | 'Validated' | 'Rejected';
/** Savings belong to an award or, where nobody can split them, to a programme. */
interface Saver {
  readonly award?: string | undefined;
  readonly programme: string;
  readonly kind: string;
}
const saver = ({ award, programme, kind }: Saver): Pick<Place, 'subject' | 'award' | 'kind'> => ({ subject: award ?? programme, ...(award === undefined ? {} : { award }), kind });

export const savedIn = (of: Saver, financialYear: string, basis: SavingBasis): Place => ({
  account: `S:${basis}`, path: `S:${basis}:${of.award ?? of.programme}:${of.kind}:${financialYear}`, ...saver(of), financialYear,
});

/** A figure for a lifetime belongs to no year, so that it is never added to one. */
export const savedInLifetime = (of: Saver, basis: 'LifetimeMemo' | 'Lifetime'): Place => ({
  account: `S:${basis}`, path: `S:${basis}:${of.award ?? of.programme}:${of.kind}`, ...saver(of),
});
