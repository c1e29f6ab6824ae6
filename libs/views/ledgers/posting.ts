import type { Money } from '#kernel';
import { chart, ledgerOf, type Account } from './chart.js';

/** What a posting is about; each kind of account needs its own holder among them. */
export interface About {
  readonly fund?: string;
  readonly financialYear?: string;
  readonly round?: string;
  readonly award?: string;
  readonly source?: string;
}

/** Why something was posted: one code per row of the posting table. */
export const codes = {
  budget: 'Budget set',
  supplementary: 'Supplementary budget',
  'budget-reduced': 'Budget reduced',
  allocation: 'Allocated to a round',
  'round-closed': 'Round closed',
  approval: 'Approved',
  signing: 'Agreement signed',
  'below-ceiling': 'Given back at signing, below the ceiling',
  lapse: 'Offer lapsed',
  withdrawal: 'Award withdrawn',
  closure: 'Award closed',
  authorisation: 'Payment authorised',
  settlement: 'Payment settled',
  return: 'Payment returned by the bank',
  cancellation: 'Payment cancelled',
  requirement: 'Match required',
  pledge: 'Match pledged',
  'pledge-withdrawn': 'Pledge withdrawn',
  evidence: 'Match evidenced',
  verified: 'Match verified',
  'not-accepted': 'Match not accepted',
  met: 'Requirement met',
  released: 'No longer required',
} as const;
export type PostingCode = keyof typeof codes;

/** One line of a transaction. Debits are positive, credits negative; pence. */
export interface Posting {
  readonly account: Account;
  readonly amount: number;
  readonly code: PostingCode;
  readonly about: About;
}

/** Debit one account and credit another. An amount of nil posts nothing. */
export const transfer = (code: PostingCode, debit: Account, credit: Account, { minor }: Money, about: About): readonly Posting[] =>
  minor === 0 ? [] : [{ account: debit, amount: minor, code, about }, { account: credit, amount: -minor, code, about }];

/** A transaction sums to nil in each sub-ledger, or it is a mistake and nothing of it is kept. Throws. */
export function mustBalance(postings: readonly Posting[], what: string): void {
  const sums = new Map<string, number>();
  for (const { account, amount } of postings) {
    if (!Number.isSafeInteger(amount) || amount === 0) throw new RangeError(`${what} posts ${amount} to ${account}: a posting is a safe whole number of pence and not nil`);
    const ledger = ledgerOf(account);
    sums.set(ledger, (sums.get(ledger) ?? 0) + amount);
  }
  for (const [ledger, sum] of sums) if (sum !== 0) throw new Error(`${what} does not balance: its postings in ledger ${ledger} sum to ${sum} pence`);
}

/** The name of an account's holder, such as "IMPROVEMENT FY1213", RD-2012-001 or AW-2012-001. Throws when it is not known. */
export function holderOf({ account, about }: Posting): string {
  const { fund, financialYear, round, award, source } = about;
  const parts = { 'fund-year': [fund, financialYear], round: [round], award: [award], source: [award, source] }[chart[account].holder];
  if (parts.includes(undefined)) throw new Error(`A posting to ${account} does not say which ${chart[account].holder} it is for`);
  return parts.join(' ');
}

/** Everything under which a posting is found: the account as a whole, its holder, and what the holder belongs to. */
export function keysOf(posting: Posting): readonly string[] {
  const { fund, financialYear, round, award } = posting.about;
  const wider = [fund === undefined ? undefined : `${fund} ${financialYear}`, round, award].filter((each) => each !== undefined);
  return [...new Set(['', ...wider, holderOf(posting)])];
}

/** The full path of an account: B:Agreed:AW-2012-001:FY1213. Annuality is structural: every B account has its year. */
export const pathOf = (posting: Posting): string => {
  const { financialYear } = posting.about;
  const holder = chart[posting.account].holder === 'fund-year' ? (posting.about.fund ?? '') : holderOf(posting).replace(' ', ':');
  return [posting.account, holder, ...(ledgerOf(posting.account) === 'B' ? [financialYear ?? ''] : [])].join(':');
};
