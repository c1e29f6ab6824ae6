/** A sub-ledger balances within itself: no transaction may cross from one into another. */
export type Ledger = 'B' | 'M';

export const ledgers: Readonly<Record<Ledger, { readonly title: string; readonly about: string }>> = {
  B: { title: 'Budget', about: 'Money that was given to funds, and where it is now: from a fund to a round, to an award, to a payment.' },
  M: { title: 'Match', about: 'What agreements require from the recipient and its partners, and what each of them pledged, showed and had verified.' },
};

export interface Account {
  readonly ledger: Ledger;
  readonly title: string;
  /** The side on which its balance lies; debits are positive. */
  readonly normal: 'debit' | 'credit';
  /** Not after any single event may an account of this kind lie on its other side. */
  readonly mayNotCrossZero: boolean;
  /** How its path goes on, segment by segment. */
  readonly of: readonly ('kind' | 'fund' | 'financialYear' | 'round' | 'award' | 'source')[];
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
  'M:Requirement': debit('M', 'Match required', 'award'),
  'M:Unmet': credit('M', 'Still missing', 'award'),
  'M:Met': credit('M', 'Verified and counted', 'award'),
  'M:Released': credit('M', 'No longer required', 'award'),
  'M:Promise': debit('M', 'Match promised', 'award', 'source'),
  'M:Pledged': credit('M', 'Pledged, not shown', 'award', 'source'),
  'M:Evidenced': credit('M', 'Shown, not verified', 'award', 'source'),
  'M:Verified': credit('M', 'Verified', 'award', 'source'),
} as const satisfies Readonly<Record<`${Ledger}:${string}`, Account>>;

export type AccountCode = keyof typeof chart;
export const accountCodes = Object.keys(chart) as readonly AccountCode[];
export const isAccountCode = (text: string): text is AccountCode => Object.hasOwn(chart, text);
export const ledgerOf = (account: AccountCode): Ledger => chart[account].ledger;

/** An account or one of its parts in words: "Paid", "Paid, AW-2012-001 FY1213". Nothing for what the chart does not know. */
export function accountName(path: string): string | undefined {
  const [ledger, name, ...rest] = path.split(':');
  const code = `${ledger}:${name}`;
  if (!isAccountCode(code)) return undefined;
  return rest.length === 0 ? chart[code].title : `${chart[code].title}, ${rest.join(' ')}`;
}
