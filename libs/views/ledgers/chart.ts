import type { Unit } from '#domain/limits';

/** A sub-ledger balances within itself: no transaction may cross from one into another. */
export type Ledger = 'B' | 'F' | 'M' | 'S' | 'D' | 'U' | 'P';

export const ledgers: Readonly<Record<Ledger, { readonly title: string; readonly about: string; /** What it counts where that is not money. */ readonly unit?: Exclude<Unit, 'GBP'> }>> = {
  B: { title: 'Budget', about: 'Money that was given to funds, and where it is now: from a fund to a round, to an award, to a payment.' },
  P: { title: 'Named', about: 'Later years that awards may get and that are subject to their own approval. None of it is committed, and none of it is in the budget.' },
  F: { title: 'Finance', about: 'What grants cost, what is owed for them, and what went through the bank, at the moment when each became due.' },
  M: { title: 'Match', about: 'What agreements require from the recipient and its partners, and what each of them pledged, showed and had verified.' },
  S: { title: 'Savings', about: 'A memorandum, not money: what was forecast, claimed and validated as saved or earned, for a year. Figures for a lifetime are kept apart.' },
  D: { title: 'Days', about: 'Days of help, not money: what approvals gave, what was worked, and what is left. They are never added to pounds.', unit: 'DAY' },
  U: { title: 'Outside funding', about: 'A memorandum, not money of ours: what outside funders offered, and what of it was claimed and came.' },
};

export interface Account {
  readonly ledger: Ledger;
  readonly title: string;
  /** The side on which its balance lies; debits are positive. */
  readonly normal: 'debit' | 'credit';
  /** Not after any single event may an account of this kind lie on its other side. */
  readonly mayNotCrossZero: boolean;
  /** How its path goes on, segment by segment. */
  readonly of: readonly ('kind' | 'fund' | 'financialYear' | 'round' | 'award' | 'source' | 'award or programme' | 'funding')[];
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
  'B:CarriedOut': credit('B', 'Carried forward to later years', 'fund', 'financialYear'),
  'P:FutureAuthority': debit('P', 'Named for later years', 'fund', 'financialYear'),
  'P:Conditional': credit('P', 'Named, subject to approval', 'award', 'financialYear'),
  'F:Asset:Bank': { ...debit('F', 'Paid through the bank'), mayNotCrossZero: false },
  'F:Clearing:PaymentsInTransit': credit('F', 'With the bank, not settled', 'award'),
  'F:Liability:GrantsPayable': credit('F', 'Owed to recipients', 'award'),
  'F:Expense:Grants': debit('F', 'Cost of grants', 'fund'),
  'F:Asset:Claims': debit('F', 'Owed to us by funders', 'funding'),
  'F:Expense:Reimbursable': debit('F', 'Cost that funders pay back', 'funding'),
  'F:Income:Reimbursed': credit('F', 'Claimed back from funders', 'funding'),
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
  'U:Promise': debit('U', 'Offered by outside funders', 'funding'),
  'U:Unclaimed': credit('U', 'Offered, not claimed', 'funding'),
  'U:Claimed': credit('U', 'Claimed, not received', 'funding'),
  'U:Received': credit('U', 'Received from funders', 'funding'),
  'D:Ceiling': debit('D', 'Days approved', 'award'),
  'D:Left': credit('D', 'Left, not worked', 'award'),
  'D:Logged': credit('D', 'Worked', 'award'),
} as const satisfies Readonly<Record<`${Ledger}:${string}`, Account>>;

export type AccountCode = keyof typeof chart;
export const accountCodes = Object.keys(chart) as readonly AccountCode[];
export const isAccountCode = (text: string): text is AccountCode => Object.hasOwn(chart, text);
export const ledgerOf = (account: AccountCode): Ledger => chart[account].ledger;
/** What a sub-ledger counts: pence, or hundredths of a day. */
export const unitOf = (ledger: Ledger): Unit => ledgers[ledger].unit ?? 'GBP';

/** The account of the chart that a path belongs to: `F:Asset:Bank` of itself, `B:Spent` of "B:Spent:AW-2012-001:FY1213". */
export function accountOf(path: string): AccountCode | undefined {
  const segments = path.split(':');
  return [3, 2].map((length) => segments.slice(0, length).join(':')).find(isAccountCode);
}

/** What an account or one of its parts counts; pence of what the chart does not know. */
export function unitAt(path: string): Unit {
  const code = accountOf(path);
  return code === undefined ? 'GBP' : unitOf(ledgerOf(code));
}

/** An account or one of its parts in words: "Paid", "Paid, AW-2012-001 FY1213". Nothing for what the chart does not know. */
export function accountName(path: string): string | undefined {
  const code = accountOf(path);
  if (code === undefined) return undefined;
  return path === code ? chart[code].title : `${chart[code].title}, ${path.slice(code.length + 1).replaceAll(':', ' ')}`;
}
