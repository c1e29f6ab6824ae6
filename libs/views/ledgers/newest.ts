import type { AsOf } from '#kernel';
import type { pageOf } from '../paging.js';
import { spansUpTo } from '../days.js';
import type { Entered } from './questions/entry-row.js';
import { offDayHolder, type Holder, type LedgerRows } from './standing.js';

type Page = ReturnType<typeof pageOf>;

/** A page of entries, and what those before it came to, so that each can be shown with the balance after it. */
export interface Newest {
  readonly rows: readonly Entered[];
  readonly skipped: { readonly entries: number; readonly amountMinor: number };
}

/**
 * The newest entries of these holders together, in the order of the log. As of a day, entries that were recorded after it
 * and took effect by it are found by their spans and come first; of the rest, early ones are passed over.
 */
export async function newestOf(db: LedgerRows, holders: readonly Holder[], asOf: AsOf | undefined, { limit, offset }: Page): Promise<Newest> {
  if (!asOf) return paged(db, entered(db, holders, Number.MAX_SAFE_INTEGER), { limit, offset });
  const late = await paged(db, recordedAfter(db, holders, asOf), { limit, offset });
  if (late.rows.length === limit) return late;
  const rest = await paged(db, entered(db, holders, asOf.recordedUpTo, asOf), { limit: limit - late.rows.length, offset: offset - late.skipped.entries });
  return {
    rows: [...late.rows, ...rest.rows],
    skipped: { entries: late.skipped.entries + rest.skipped.entries, amountMinor: late.skipped.amountMinor + rest.skipped.amountMinor },
  };
}

async function paged(db: LedgerRows, newest: ReturnType<typeof entered>, { limit, offset }: Page): Promise<Newest> {
  const rows = await newest.limit(limit).offset(offset).execute();
  if (offset === 0) return { rows, skipped: { entries: 0, amountMinor: 0 } };
  const { entries, amount } = await db
    .selectFrom(newest.limit(offset).as('skipped'))
    .select(({ fn }) => [fn.countAll<number>().as('entries'), fn.sum<number | null>('amount_minor').as('amount')]).executeTakeFirstOrThrow();
  return { rows, skipped: { entries, amountMinor: amount ?? 0 } };
}

const columns = ['postings.position', 'postings.path', 'postings.subject', 'postings.amount_minor', 'postings.code', 'postings.effective_on', 'postings.recorded_at'] as const;

/** Up to a place in the log. With one holder its index gives the order, so only as many lines are read as are wanted. */
function entered(db: LedgerRows, holders: readonly Holder[], position: number, asOf?: AsOf) {
  const [one] = holders;
  const named = holders.map(offDayHolder);
  const subjects = named.map(({ about }) => about);
  const lines = db.selectFrom('postings').select(columns);
  const effective = asOf ? lines.where('postings.effective_on', '<=', asOf.on) : lines;
  if (one && 'path' in one) return effective.where('postings.path', '=', one.path).where('postings.position', '<=', position).orderBy('postings.position', 'desc').orderBy('postings.line', 'desc');
  return effective
    .innerJoin('account_lines', (join) => join.onRef('postings.position', '=', 'account_lines.position').onRef('postings.entry', '=', 'account_lines.entry'))
    .where('account_lines.account', '=', named[0]?.account ?? '').where('account_lines.about', subjects.length === 1 ? '=' : 'in', subjects.length === 1 ? (subjects[0] ?? '') : subjects)
    .where('account_lines.position', '<=', position)
    .orderBy('account_lines.position', 'desc').orderBy('account_lines.line', 'desc');
}

function recordedAfter(db: LedgerRows, holders: readonly Holder[], { on, recordedUpTo }: AsOf) {
  const named = holders.map(offDayHolder);
  return db
    .selectFrom('postings').select(columns)
    .innerJoin('off_day_lines', (join) => join.onRef('postings.position', '=', 'off_day_lines.position').onRef('postings.entry', '=', 'off_day_lines.entry'))
    .where('off_day_lines.account', '=', named[0]?.account ?? '').where('off_day_lines.about', 'in', named.map(({ about }) => about)).where('off_day_lines.span', 'in', spansUpTo(on))
    .where('off_day_lines.position', '>', recordedUpTo)
    .orderBy('off_day_lines.position', 'desc').orderBy('off_day_lines.line', 'desc');
}
