import { optional, text } from '#kernel';
import type { Unit } from '#domain/limits';
import { pageField, pageOf, sizeField, type Paged } from '../../paging.js';
import { questionOn } from '../../question-on.js';
import { accountName, isAccountCode, unitAt } from '../chart.js';
import { ledger } from '../ledger.js';
import { newestOf } from '../newest.js';
import { standingOf, type Holder, type LedgerRows } from '../standing.js';
import { entryRow, type EntryRow } from './entry-row.js';

class OneAccount {
  @text('Account', { hint: 'Of the chart, such as B:Spent, or one of its parts, such as B:Spent:AW-2012-004:FY1213' }) account!: string;
  @optional(text('About', { hint: 'A fund, a round, an award or a programme' })) about?: string;
  @pageField page?: number;
  @sizeField size?: number;
}
export interface AccountSeen extends Paged<EntryRow> {
  readonly name: string;
  /** What it counts: pence, or hundredths of a day. */
  readonly unit: Unit;
  readonly balanceMinor: number;
}

/**
 * The entries of an account, newest first, each with the balance after it. As of a day: those that had taken effect by
 * then, with the balances that they alone come to. Nothing for an account that there is not.
 */
export const account = questionOn('account', {
  summary: 'The entries of an account of the ledger, newest first, and its balance.',
  permission: 'ledger:read',
  input: OneAccount,
  from: [ledger],
  takesAsOf: true,
  async ask(db, { account: code, about, ...paging }, { asOf }): Promise<AccountSeen | undefined> {
    const name = accountName(code);
    if (name === undefined || (!isAccountCode(code) && (await standingOf(db, { path: code }, undefined)).entries === 0)) return undefined;
    const holders = isAccountCode(code) ? await holdersOf(db, code, about) : [{ path: code }];
    let [balanceMinor, total] = [0, 0];
    for (const holder of holders) {
      const standing = await standingOf(db, holder, asOf);
      balanceMinor += standing.balanceMinor;
      total += standing.entries;
    }
    const newest = await newestOf(db, holders, asOf, pageOf(paging));
    let after = balanceMinor - newest.skipped.amountMinor;
    const rows = newest.rows.map((line) => {
      const row = entryRow(line, after);
      after -= line.amount_minor;
      return row;
    });
    return { name, unit: unitAt(code), balanceMinor, total, rows };
  },
});

/** A fund, a round, an award or a programme stands for itself; a round for its awards as well, and a programme for its rounds and awards. */
async function holdersOf(db: LedgerRows, code: string, about: string | undefined): Promise<readonly Holder[]> {
  if (about === undefined) return [{ account: code, about: '' }];
  const under = await db
    .selectFrom('subjects').select('subject')
    .where((is) => is.or([is('programme', '=', about), is('round', '=', about)]))
    .execute();
  return [...new Set([about, ...under.map(({ subject }) => subject)])].map((subject) => ({ account: code, about: subject }));
}
