import { optional, text } from '#kernel';
import { pageField, pageOf, sizeField, type Paged } from '../../paging.js';
import { questionOn, type Known } from '../../question-on.js';
import { accountName, isAccountCode } from '../chart.js';
import { ledger } from '../ledger.js';
import { entryRow, type EntryRow } from './entry-row.js';

class OneAccount {
  @text('Account', { hint: 'Of the chart, such as B:Spent, or one of its parts, such as B:Spent:AW-2012-004:FY1213' }) account!: string;
  @optional(text('About', { hint: 'A fund, a round, an award or a programme' })) about?: string;
  @pageField page?: number;
  @sizeField size?: number;
}
export interface AccountSeen extends Paged<EntryRow> {
  readonly name: string;
  readonly balanceMinor: number;
}

/** The entries of an account, newest first, each with the balance after it. Nothing for an account that there is not. */
export const account = questionOn('account', {
  summary: 'The entries of an account of the ledger, newest first, and its balance.',
  permission: 'ledger:read',
  input: OneAccount,
  from: [ledger],
  async ask(db, { account: code, about, ...paging }): Promise<AccountSeen | undefined> {
    const name = accountName(code);
    if (name === undefined) return undefined;
    if (!isAccountCode(code)) return partOf(db, code, name, pageOf(paging));
    return { name, ...(await linesOf(db, code, about === undefined ? [''] : await subjectsOf(db, about), pageOf(paging))) };
  },
});

type Db = Known<readonly [typeof ledger]>;
type Page = ReturnType<typeof pageOf>;

/** A fund, a round or an award stands for itself; a round for its awards as well, and a programme for its rounds and awards. */
async function subjectsOf(db: Db, about: string): Promise<readonly string[]> {
  const under = await db
    .selectFrom('subjects').select('subject')
    .where((is) => is.or([is('programme', '=', about), is('round', '=', about)]))
    .execute();
  return [...new Set([about, ...under.map(({ subject }) => subject)])];
}

/** Balances and numbers of entries come from the latest line of each subject; only the page's own lines are read beside them. */
async function linesOf(db: Db, code: string, subjects: readonly string[], { limit, offset }: Page): Promise<Omit<AccountSeen, 'name'>> {
  let [balanceMinor, total] = [0, 0];
  for (const about of subjects) {
    const last = await db
      .selectFrom('account_lines').select(['balance', 'ordinal']).where('account', '=', code).where('about', '=', about)
      .orderBy('position', 'desc').orderBy('line', 'desc').limit(1).executeTakeFirst();
    balanceMinor += last?.balance ?? 0;
    total += last?.ordinal ?? 0;
  }
  const [one, ...others] = subjects;
  const found = db.selectFrom('account_lines').where('account_lines.account', '=', code).where('account_lines.about', others.length === 0 ? '=' : 'in', others.length === 0 ? (one ?? '') : subjects);
  const lines = await found
    .innerJoin('postings', (join) => join.onRef('postings.position', '=', 'account_lines.position').onRef('postings.entry', '=', 'account_lines.entry'))
    .select(['postings.position', 'postings.path', 'postings.subject', 'postings.amount_minor', 'postings.code', 'postings.effective_on', 'account_lines.balance'])
    .orderBy('account_lines.position', 'desc').orderBy('account_lines.line', 'desc').limit(limit).offset(offset).execute();
  if (others.length === 0) return { balanceMinor, total, rows: lines.map((line) => entryRow(line, line.balance)) };

  const newer = await found.select('account_lines.amount_minor').orderBy('account_lines.position', 'desc').orderBy('account_lines.line', 'desc').limit(offset).execute();
  let after = balanceMinor - newer.reduce((sum, { amount_minor }) => sum + amount_minor, 0);
  const rows = lines.map((line) => {
    const row = entryRow(line, after);
    after -= line.amount_minor;
    return row;
  });
  return { balanceMinor, total, rows };
}

async function partOf(db: Db, path: string, name: string, { limit, offset }: Page): Promise<AccountSeen | undefined> {
  const newest = db.selectFrom('postings').selectAll().where('path', '=', path).orderBy('position', 'desc').orderBy('line', 'desc');
  const last = await newest.limit(1).executeTakeFirst();
  if (!last) return undefined;
  const lines = await newest.limit(limit).offset(offset).execute();
  return { name, balanceMinor: last.balance, total: last.ordinal, rows: lines.map((line) => entryRow(line, line.balance)) };
}
