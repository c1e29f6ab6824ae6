import { sql } from 'kysely';
import type { AsOf, IsoDate } from '#kernel';
import type { Known } from '../question-on.js';
import { everyDay, spansUpTo } from '../days.js';
import type { ledger } from './ledger.js';

export type LedgerRows = Known<readonly [typeof ledger]>;

/** Whose entries: an account's, as a whole (`about` empty) or about one thing; or those of one of its parts, by full path. */
export type Holder = { readonly account: string; readonly about: string } | { readonly path: string };

/** What a holder has, debits positive, and how many entries came to that. */
export interface Standing {
  readonly balanceMinor: number;
  readonly entries: number;
}
const nothing: Standing = { balanceMinor: 0, entries: 0 };

/**
 * What stands: all that was posted, or what had taken effect by a day. For the day, what was recorded by its end is taken
 * as it stands, without those lines that take effect on another day than that of their recording; of those, the ones that
 * took effect by the day are looked up by year, month and day. A few dozen look-ups at most, however long the log.
 */
export async function standingOf(db: LedgerRows, holder: Holder, asOf: AsOf | undefined): Promise<Standing> {
  if (!asOf) return runningTo(db, holder);
  const [recorded, everOff] = [await runningTo(db, holder, asOf.recordedUpTo), await offDayTo(db, holder)];
  if (everOff.entries === 0) return recorded;
  const [recordedOff, effectiveOff] = [await offDayTo(db, holder, asOf.recordedUpTo), await offDayEffectiveBy(db, holder, asOf.on)];
  return {
    balanceMinor: recorded.balanceMinor - recordedOff.balanceMinor + effectiveOff.balanceMinor,
    entries: recorded.entries - recordedOff.entries + effectiveOff.entries,
  };
}

/** How off-day lines name a holder: a part stands there by its path. */
export const offDayHolder = (holder: Holder): { readonly account: string; readonly about: string } => ('path' in holder ? { account: holder.path, about: '' } : holder);

const asStanding = (last: { readonly balance: number; readonly ordinal: number } | undefined): Standing => (last ? { balanceMinor: last.balance, entries: last.ordinal } : nothing);

async function runningTo(db: LedgerRows, holder: Holder, position = Number.MAX_SAFE_INTEGER): Promise<Standing> {
  if ('path' in holder) {
    const lines = db.selectFrom('postings').select(['balance', 'ordinal']).where('path', '=', holder.path).where('position', '<=', position);
    return asStanding(await lines.orderBy('position', 'desc').orderBy('line', 'desc').limit(1).executeTakeFirst());
  }
  const lines = db.selectFrom('account_lines').select(['balance', 'ordinal']).where('account', '=', holder.account).where('about', '=', holder.about).where('position', '<=', position);
  return asStanding(await lines.orderBy('position', 'desc').orderBy('line', 'desc').limit(1).executeTakeFirst());
}

async function offDayTo(db: LedgerRows, holder: Holder, position = Number.MAX_SAFE_INTEGER): Promise<Standing> {
  const { account, about } = offDayHolder(holder);
  const last = db
    .selectFrom('off_day_lines').select(['balance', 'ordinal']).where('account', '=', account).where('about', '=', about).where('span', '=', everyDay).where('position', '<=', position)
    .orderBy('position', 'desc').orderBy('line', 'desc').limit(1);
  return asStanding(await last.executeTakeFirst());
}

async function offDayEffectiveBy(db: LedgerRows, holder: Holder, on: IsoDate, position = Number.MAX_SAFE_INTEGER): Promise<Standing> {
  const { account, about } = offDayHolder(holder);
  // Years come first among spans, and before the word that stands for all time: the years before the first need no look-up.
  const first = await db
    .selectFrom('off_day_lines').select('span').where('account', '=', account).where('about', '=', about).where('span', '<', everyDay).orderBy('span').limit(1).executeTakeFirst();
  if (!first) return nothing;
  const spans = sql<{ readonly value: string }>`(values ${sql.join(spansUpTo(on, Number(first.span.slice(0, 4))).map((span) => sql`(${span})`))})`;
  const sums = await db
    .with('spans(value)', () => spans)
    .selectFrom('spans')
    .select(({ fn, selectFrom }) => {
      const last = selectFrom('off_day_lines').where('account', '=', account).where('about', '=', about).whereRef('span', '=', 'spans.value').where('position', '<=', position)
        .orderBy('position', 'desc').orderBy('line', 'desc').limit(1);
      return [fn.sum<number | null>(last.select('balance')).as('balance'), fn.sum<number | null>(last.select('ordinal')).as('ordinal')];
    })
    .executeTakeFirstOrThrow();
  return { balanceMinor: sums.balance ?? 0, entries: sums.ordinal ?? 0 };
}
