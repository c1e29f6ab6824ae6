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
  /** Which part of an award, where its money comes from another budget line than its first. */
  readonly part?: number;
}

type FundYear = Pick<BudgetLine, 'fund' | 'financialYear'>;

export const authority = (kind: 'Original' | 'Supplementary' | 'Virement' | 'CarryIn', { fund, financialYear }: FundYear): Place => ({
  account: 'B:Authority', path: `B:Authority:${kind}:${fund}:${financialYear}`, subject: fund, fund, financialYear,
});

export const available = ({ fund, financialYear }: FundYear): Place => ({
  account: 'B:Available', path: `B:Available:${fund}:${financialYear}`, subject: fund, fund, financialYear,
});

export const allocated = ({ fund, financialYear, round }: BudgetLine): Place => ({
  account: 'B:Allocated', path: `B:Allocated:${round}:${financialYear}`, subject: round, fund, financialYear, round,
});

/** Money that an award no longer needed in a year and was given to a later one: the year that it came from keeps it in view. */
export const carriedOut = ({ fund, financialYear }: FundYear): Place => ({ account: 'B:CarriedOut', path: `B:CarriedOut:${fund}:${financialYear}`, subject: fund, fund, financialYear });

/** Where an award's money is. The year is that of the budget it comes from, not that of the day; `part` is that of another budget line than its first. */
export const moneyOf = (award: string, bucket: 'Approved' | 'Agreed' | 'Authorised' | 'Spent', { fund, financialYear, round }: BudgetLine, part?: number): Place => ({
  account: `B:${bucket}`, path: `B:${bucket}:${award}:${financialYear}${part === undefined ? '' : `:${part}`}`, subject: award, award, fund, financialYear, round,
  ...(part === undefined ? {} : { part }),
});

/** A later year that is only named: beside the budget and never in it. */
export const futureAuthority = ({ fund, financialYear }: FundYear): Place => ({ account: 'P:FutureAuthority', path: `P:FutureAuthority:${fund}:${financialYear}`, subject: fund, fund, financialYear });
export const namedFor = (award: string, { fund, financialYear, round }: BudgetLine, part: number): Place => ({
  account: 'P:Conditional', path: `P:Conditional:${award}:${financialYear}:${part}`, subject: award, award, fund, financialYear, round, part,
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

/** Where an award's days are. */
export const daysAt = (award: string, bucket: 'Ceiling' | 'Left' | 'Logged'): Place => ({ account: `D:${bucket}`, path: `D:${bucket}:${award}`, subject: award, award });

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

/** What an outside funder gives, which is no money of ours until it came. */
export const givenBy = (funding: string, state: 'Promise' | 'Unclaimed' | 'Claimed' | 'Received'): Place => ({ account: `U:${state}`, path: `U:${state}:${funding}`, subject: funding });

/** What was spent on its account and what came back of that; both go through the one bank. */
export const reimbursableOf = (funding: string): Place => ({ account: 'F:Expense:Reimbursable', path: `F:Expense:Reimbursable:${funding}`, subject: funding });
export const reimbursedOf = (funding: string): Place => ({ account: 'F:Income:Reimbursed', path: `F:Income:Reimbursed:${funding}`, subject: funding });
export const claimsOn = (funding: string): Place => ({ account: 'F:Asset:Claims', path: `F:Asset:Claims:${funding}`, subject: funding });
export const throughBankOf = (funding: string): Place => ({ account: 'F:Asset:Bank', path: 'F:Asset:Bank', subject: funding });
