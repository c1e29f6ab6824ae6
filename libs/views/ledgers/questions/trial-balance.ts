import type { Unit } from '#domain/limits';
import { questionOn } from '../../question-on.js';
import { accountCodes, chart, ledgers, unitOf, type Ledger } from '../chart.js';
import { ledger } from '../ledger.js';
import { standingOf } from '../standing.js';

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
  /** What it counts: pence, or hundredths of a day. */
  readonly unit: Unit;
  readonly accounts: readonly AccountRow[];
}

class WholeLedger {}

/** Every account that was ever posted to, by sub-ledger, in the order of the chart. A few look-ups for each account. */
export const trialBalance = questionOn('trial-balance', {
  summary: 'What every account of the ledger holds: debits against credits.',
  permission: 'ledger:read',
  input: WholeLedger,
  from: [ledger],
  takesAsOf: true,
  async ask(db, _, { asOf }): Promise<readonly Balance[]> {
    const used: (AccountRow & { readonly ledger: Ledger })[] = [];
    for (const account of accountCodes) {
      const { entries, balanceMinor } = await standingOf(db, { account, about: '' }, asOf);
      if (entries > 0) used.push({ ledger: chart[account].ledger, account, name: chart[account].title, balanceMinor });
    }
    return (Object.keys(ledgers) as Ledger[]).map((code) => ({
      ledger: code, ...ledgers[code], unit: unitOf(code),
      accounts: used.filter((each) => each.ledger === code).map(({ account, name, balanceMinor }) => ({ account, name, balanceMinor })),
    }));
  },
});
