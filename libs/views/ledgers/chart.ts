/** A sub-ledger balances within itself: no transaction may cross from one into another. */
export type Ledger = 'B' | 'F' | 'M' | 'S';

export const ledgers: Readonly<Record<Ledger, { readonly title: string; readonly about: string }>> = {
  B: { title: 'Budget', about: 'Money that was given to funds, and where it is now: from a fund to a round, to an award, to a payment.' },
  F: { title: 'Finance', about: 'What grants cost, what is owed for them, and what went through the bank, at the moment when each became due.' },
  M: { title: 'Match', about: 'What agreements require from the recipient and its partners, and what each of them pledged, showed and had verified.' },
  S: { title: 'Savings', about: 'A memorandum, not money: what was forecast, claimed and validated as saved or earned, for a year. Figures for a lifetime are kept apart.' },
};

export interface Account {
  readonly ledger: Ledger;
  readonly title: string;
  /** The side on which its balance lies; debits are positive. */
  readonly normal: 'debit' | 'credit';
  /** Not after any single event may an account of this kind lie on its other side. */
  readonly mayNotCrossZero: boolean;
  /** How its path goes on, segment by segment. */
  readonly of: readonly ('kind' | 'fund' | 'financialYear' | 'round' | 'award' | 'source' | 'award or programme')[];
}

const credit = (ledger: Ledger, title: string, ...of: Account['of']): Account => ({ ledger, title, normal: 'credit', mayNotCrossZero: true, of });
const debit = (ledger: Ledger, title: string, ...of: Account['of']): Account => ({ ledger, title, normal: 'debit', mayNotCrossZero: true, of });

/**
 * The chart of accounts, in the order in which a trial balance prints them. Every limit is a bucket that may not cross
 * zero, so that "committed is within budget" and "paid is within agreed" hold by construction.
 */
export const chart = {
  // A cut is booked as a negative supplementary vote, so that the original one stays visible: its parts may cross zero.
  'B:Authority': { ...debit('B', 'Budget given', 'kind', 'fund', 'financialYear'), mayNotCrossZero: false },
  'B:Available': credit('B', 'Available in funds', 'fund', 'financialYear'),
  'B:Allocated': credit('B', 'Allocated to rounds', 'round', 'financialYear'),
  'B:Approved': credit('B', 'Approved, not signed', 'award', 'financialYear'),
  'B:Agreed': credit('B', 'Agreed, not drawn', 'award', 'financialYear'),
  'B:Authorised': credit('B', 'Authorised, not paid', 'award', 'financialYear'),
  'B:Spent': credit('B', 'Paid', 'award', 'financialYear'),
  'F:Asset:Bank': { ...debit('F', 'Paid through the bank'), mayNotCrossZero: false },
  'F:Clearing:PaymentsInTransit': credit('F', 'With the bank, not settled', 'award'),
  'F:Liability:GrantsPayable': credit('F', 'Owed to recipients', 'award'),
  'F:Expense:Grants': debit('F', 'Cost of grants', 'fund'),
  'M:Requirement': debit('M', 'Match required', 'award'),
  'M:Unmet': credit('M', 'Still missing', 'award'),
  'M:Met': credit('M', 'Verified and counted', 'award'),
  'M:Released': credit('M', 'No longer required', 'award'),
  'M:Promise': debit('M', 'Match promised', 'award', 'source'),
  'M:Pledged': credit('M', 'Pledged, not shown', 'award', 'source'),
  'M:Evidenced': credit('M', 'Shown, not verified', 'award', 'source'),
  'M:Verified': credit('M', 'Verified', 'award', 'source'),
  'S:Memo': debit('S', 'Savings reported', 'award or programme', 'kind', 'financialYear'),
  'S:Forecast': credit('S', 'Forecast, not claimed', 'award or programme', 'kind', 'financialYear'),
  'S:Claimed': credit('S', 'Claimed, not validated', 'award or programme', 'kind', 'financialYear'),
  'S:Validated': credit('S', 'Validated', 'award or programme', 'kind', 'financialYear'),
  'S:Rejected': credit('S', 'Not accepted', 'award or programme', 'kind', 'financialYear'),
  'S:LifetimeMemo': debit('S', 'Reported for a lifetime', 'award or programme', 'kind'),
  'S:Lifetime': credit('S', 'Stated for a lifetime', 'award or programme', 'kind'),
} as const satisfies Readonly<Record<`${Ledger}:${string}`, Account>>;

export type AccountCode = keyof typeof chart;
export const accountCodes = Object.keys(chart) as readonly AccountCode[];
export const isAccountCode = (text: string): text is AccountCode => Object.hasOwn(chart, text);
export const ledgerOf = (account: AccountCode): Ledger => chart[account].ledger;

/** The account of the chart that a path belongs to: `F:Asset:Bank` of itself, `B:Spent` of "B:Spent:AW-2012-001:FY1213". */
export function accountOf(path: string): AccountCode | undefined {
  const segments = path.split(':');
  return [3, 2].map((length) => segments.slice(0, length).join(':')).find(isAccountCode);
}

/** An account or one of its parts in words: "Paid", "Paid, AW-2012-001 FY1213". Nothing for what the chart does not know. */
export function accountName(path: string): string | undefined {
  const code = accountOf(path);
  if (code === undefined) return undefined;
  return path === code ? chart[code].title : `${chart[code].title}, ${path.slice(code.length + 1).replaceAll(':', ' ')}`;
}
