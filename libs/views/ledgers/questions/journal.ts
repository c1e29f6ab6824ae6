import { count, londonDate, optional, text } from '#kernel';
import type { Unit } from '#domain/limits';
import { questionOn } from '../../question-on.js';
import { accountName, isAccountCode, ledgers, unitAt, type Ledger } from '../chart.js';
import { codes, type Code } from '../codes.js';
import { ledger } from '../ledger.js';
import type { LedgerRows } from '../standing.js';

class JournalAfter {
  @optional(text('Account', { hint: 'Of the chart, such as B:Spent, or one of its parts; the whole journal when left out' })) account?: string;
  @optional(count('After', { max: Number.MAX_SAFE_INTEGER, hint: 'The position that the page before ended at' })) after?: number;
  @optional(count('Events on a page', { min: 1, max: 5_000 })) size?: number;
}
class JournalOf {
  @optional(text('Account', { hint: 'Of the chart, such as B:Spent, or one of its parts; the whole journal when left out' })) account?: string;
}

/** A line of the journal, for programs. Debits are positive. */
export interface JournalLine {
  readonly position: number;
  readonly line: number;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly isLate: boolean;
  readonly ledger: string;
  readonly account: string;
  readonly accountName: string;
  /** What the amounts count: pence, or hundredths of a day. */
  readonly unit: Unit;
  readonly amountMinor: number;
  /** Of the account's full path, after this line, in the order of the log. */
  readonly balanceMinor: number;
  readonly code: string;
  readonly what: string;
  readonly subject: string;
  /** Whose event it was, such as a payment's reference. */
  readonly origin: string;
}
export interface JournalPage {
  readonly lines: readonly JournalLine[];
  /** Where to go on; nothing when this was the end. */
  readonly next?: number;
}

/** Lines after a position: of the whole journal, of an account (by its own index) or of a part of one. */
function linesAfter(db: LedgerRows, account: string | undefined, after: number) {
  const lines = db.selectFrom('postings');
  if (account === undefined) return lines.where('postings.position', '>', after);
  if (!isAccountCode(account)) return lines.where('postings.path', '=', account).where('postings.position', '>', after);
  return lines
    .innerJoin('account_lines', (join) => join.onRef('postings.position', '=', 'account_lines.position').onRef('postings.entry', '=', 'account_lines.entry'))
    .where('account_lines.account', '=', account).where('account_lines.about', '=', '').where('account_lines.position', '>', after);
}

/** In the order of the log, by whole events: an export reads page after page, and never holds more than one. */
export const journal = questionOn('journal', {
  summary: 'The postings of the ledger in the order of the log, a page after a position.',
  permission: 'ledger:read',
  input: JournalAfter,
  from: [ledger],
  takesAsOf: true,
  async ask(db, { account, after = 0, size = 1_000 }, { asOf }): Promise<JournalPage> {
    const following = linesAfter(db, account, after);
    const last = await following.select('postings.position').distinct().orderBy('postings.position').limit(1).offset(size - 1).executeTakeFirst();
    const page = following.where('postings.position', '<=', last?.position ?? Number.MAX_SAFE_INTEGER).selectAll('postings').orderBy('postings.position').orderBy('postings.entry');
    const lines = await (asOf ? page.where('postings.effective_on', '<=', asOf.on) : page).execute();
    return {
      lines: lines.map((line) => ({
        position: line.position, line: line.entry, recordedAt: line.recorded_at, effectiveOn: line.effective_on, isLate: line.effective_on < londonDate(line.recorded_at),
        ledger: line.ledger, account: line.path, accountName: accountName(line.path) ?? line.path, unit: unitAt(line.path), amountMinor: line.amount_minor, balanceMinor: line.balance,
        code: line.code, what: codes[line.code as Code], subject: line.subject, origin: line.origin,
      })),
      ...(last ? { next: last.position } : {}),
    };
  },
});

/** What the journal comes to: whoever reads it elsewhere can tell whether they have all of it. */
export interface JournalTotals {
  readonly lines: number;
  readonly debitsMinor: number;
  readonly creditsMinor: number;
  /** Of days, in hundredths: they are never in one sum with money. */
  readonly debitsInDays: number;
  readonly creditsInDays: number;
}

const ofDays = (Object.keys(ledgers) as Ledger[]).filter((code) => ledgers[code].unit === 'DAY');

/** Adds up every line, so its cost is that of the export which it heads. */
export const journalTotals = questionOn('journal-totals', {
  summary: 'How many postings there are, and what debits and credits come to.',
  permission: 'ledger:read',
  input: JournalOf,
  from: [ledger],
  takesAsOf: true,
  async ask(db, { account }, { asOf }): Promise<JournalTotals> {
    const every = linesAfter(db, account, 0);
    const all = asOf ? every.where('postings.effective_on', '<=', asOf.on) : every;
    const come = (those: typeof all) =>
      those
        .select(({ fn }) => [fn.countAll<number>().as('lines'), fn.sum<number | null>('postings.amount_minor').as('sum'), fn.sum<number | null>(fn<number>('abs', ['postings.amount_minor'])).as('size')])
        .executeTakeFirstOrThrow();
    const [money, days] = [await come(all.where('postings.ledger', 'not in', ofDays)), await come(all.where('postings.ledger', 'in', ofDays))];
    const debits = ({ sum, size }: typeof money): number => ((size ?? 0) + (sum ?? 0)) / 2;
    const credits = ({ sum, size }: typeof money): number => ((size ?? 0) - (sum ?? 0)) / 2;
    return { lines: money.lines + days.lines, debitsMinor: debits(money), creditsMinor: credits(money), debitsInDays: debits(days), creditsInDays: credits(days) };
  },
});

/** Every account by its full path that was ever posted to, for programs that want them declared. */
export const accountsPosted = questionOn('accounts-posted', {
  summary: 'Every account of the ledger that was ever posted to, by its full path.',
  permission: 'ledger:read',
  input: class EveryAccount {},
  from: [ledger],
  async ask(db): Promise<readonly string[]> {
    return (await db.selectFrom('postings').select('path').distinct().orderBy('path').execute()).map(({ path }) => path);
  },
});
