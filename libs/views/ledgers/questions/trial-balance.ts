import { questionOn } from '../../question-on.js';
import { accountCodes, chart, ledgers, type Ledger } from '../chart.js';
import { ledger } from '../ledger.js';

export interface AccountRow {
  readonly account: string;
  readonly name: string;
  /** Debits are positive. */
  readonly balanceMinor: number;
}
export interface Balance {
  readonly ledger: string;
  readonly title: string;
  readonly about: string;
  readonly accounts: readonly AccountRow[];
}

class WholeLedger {}

/** Every account that was ever posted to, by sub-ledger, in the order of the chart. One look-up for each account. */
export const trialBalance = questionOn('trial-balance', {
  summary: 'What every account of the ledger holds: debits against credits.',
  permission: 'ledger:read',
  input: WholeLedger,
  from: [ledger],
  async ask(db): Promise<readonly Balance[]> {
    const used: (AccountRow & { readonly ledger: Ledger })[] = [];
    for (const account of accountCodes) {
      const last = await db
        .selectFrom('account_lines').select('balance').where('account', '=', account).where('about', '=', '')
        .orderBy('position', 'desc').orderBy('line', 'desc').limit(1).executeTakeFirst();
      if (last) used.push({ ledger: chart[account].ledger, account, name: chart[account].title, balanceMinor: last.balance });
    }
    return (Object.keys(ledgers) as Ledger[]).map((code) => ({
      ledger: code, ...ledgers[code],
      accounts: used.filter((each) => each.ledger === code).map(({ account, name, balanceMinor }) => ({ account, name, balanceMinor })),
    }));
  },
});
