/** Whose account it is: that of a fund in a year, of a round, of an award, or of one source of an award's match. */
export type Holder = 'fund-year' | 'round' | 'award' | 'source';

export interface AccountKind {
  readonly name: string;
  readonly meaning: string;
  /** The side on which it grows. */
  readonly normal: 'debit' | 'credit';
  /** Whether any single account of this kind may stand on its other side. The sum over a fund and year never may. */
  readonly mayCross: boolean;
  readonly holder: Holder;
}

const bucket = (holder: Holder, name: string, meaning: string): AccountKind => ({ name, meaning, normal: 'credit', mayCross: false, holder });
const source = (holder: Holder, name: string, meaning: string, mayCross = false): AccountKind => ({ name, meaning, normal: 'debit', mayCross, holder });

/**
 * The chart of accounts: two sub-ledgers that never post to each other. B controls the budget: one sum of money moves
 * between buckets, none of which may cross zero. M follows match: what agreements require, and what sources give.
 */
export const chart = {
  'B:Authority:Original': source('fund-year', 'Original budget', 'Budget given to a fund for a financial year'),
  'B:Authority:Supplementary': source('fund-year', 'Supplementary budget', 'Budget added or taken away during the year', true),
  'B:Available': bucket('fund-year', 'Available', 'In the fund and in no round'),
  'B:Allocated': bucket('round', 'Allocated', 'In a round and in no award'),
  'B:Approved': bucket('award', 'Approved', 'Committed at approval and not signed'),
  'B:Agreed': bucket('award', 'Agreed', 'Signed and not drawn'),
  'B:Authorised': bucket('award', 'Authorised', 'Payment authorised and not settled'),
  'B:Spent': bucket('award', 'Spent', 'Paid'),
  'M:Requirement': source('award', 'Requirement', 'Match that agreements require'),
  'M:Unmet': bucket('award', 'Unmet', 'Required and not met by verified match'),
  'M:Met': bucket('award', 'Met', 'Required and met by verified match'),
  'M:ShortfallWaived': bucket('award', 'Shortfall waived', 'Required once, and no longer needed because the award ended'),
  'M:Promise': source('source', 'Promise', 'Match that sources promised'),
  'M:Pledged': bucket('source', 'Pledged', 'Promised and not evidenced'),
  'M:Evidenced': bucket('source', 'Evidenced', 'Evidenced and not verified'),
  'M:Verified': bucket('source', 'Verified', 'Verified, also beyond what is required'),
} as const satisfies Readonly<Record<string, AccountKind>>;

export type Account = keyof typeof chart;
export const accounts = Object.keys(chart) as Account[];

export const kindOf = (account: Account): AccountKind => chart[account];
export const isAccount = (text: string): text is Account => Object.hasOwn(chart, text);
export const ledgerOf = (account: Account): Ledger => account.slice(0, 1) as Ledger;

export const ledgers = {
  B: { title: 'Budget', about: 'From the budget of a fund to what was paid: what was given stands against where it is now.' },
  M: { title: 'Match', about: 'What agreements require of recipients, and what each source gave towards it.' },
} as const;
export type Ledger = keyof typeof ledgers;
