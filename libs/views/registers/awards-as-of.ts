import type { IsoDate } from '#kernel';
import { inParts } from '../in-parts.js';
import { stated, summed } from './award-moves.js';
import type { Awards } from './award-row.js';

type Stood = Record<string, string | number | null>;
/** match_gap_minor → matchGapMinor: a column as answers call it. */
const answered = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const isStated = (figure: string): boolean => (stated as readonly string[]).includes(figure);
const nothing = Object.fromEntries([...stated.map((figure) => [answered(figure), null]), ...summed.map((figure) => [answered(figure), 0])]) as Stood;

/**
 * Rows of awards as they stood on a business date, from what was known: the newest entry that had taken effect by then, for
 * stages and for figures that are stated, the sum of those for figures that events add to, and the body that answered for it. An award that had not begun
 * is left out. It reads the few entries of these awards and nothing else, so that it costs the same in any log.
 */
export async function rowsAsOf<Row extends { readonly reference: string }>(db: Awards, rows: readonly Row[], on: IsoDate): Promise<readonly Row[]> {
  const then = new Map<string, Stood>();
  for (const several of inParts(rows.map(({ reference }) => reference))) await stoodOn(db, several, on, then);
  return rows.flatMap((row) => {
    const stood = then.get(row.reference);
    return stood ? [{ ...row, ...Object.fromEntries(Object.entries(stood).filter(([name]) => name in row)) }] : [];
  });
}

async function stoodOn(db: Awards, awards: readonly string[], on: IsoDate, then: Map<string, Stood>): Promise<void> {
  const stages = await db
    .selectFrom('award_stages').select(['award', 'stage', 'effective_on as stageOn', 'recorded_on as stageRecordedOn']).where('award', 'in', awards).where('effective_on', '<=', on)
    .orderBy('award').orderBy('position').orderBy('line').execute();
  for (const { award, ...stage } of stages) then.set(award, { ...nothing, ...stage });
  for (const [award, lead] of await leadsOn(db, awards, on)) Object.assign(then.get(award) ?? {}, lead);
  const changes = await db
    .selectFrom('award_figures').select(['award', 'figure', 'amount_minor']).where('award', 'in', awards).where('effective_on', '<=', on)
    .orderBy('award').orderBy('position').orderBy('line').execute();
  for (const { award, figure, amount_minor: amount } of changes) {
    const stood = then.get(award);
    const name = answered(figure);
    if (stood) stood[name] = isStated(figure) ? amount : Number(stood[name] ?? 0) + amount;
  }
}

/** Of awards that were handed on: who answered for each on that day. Most never are, and are not looked at further. */
async function leadsOn(db: Awards, awards: readonly string[], on: IsoDate): Promise<ReadonlyMap<string, Stood>> {
  const handed = await db
    .selectFrom('award_leads').select(['award', 'from_recipient', 'from_name', 'recipient', 'recipient_name', 'effective_on']).where('award', 'in', awards)
    .orderBy('award').orderBy('position').orderBy('line').execute();
  const leads = new Map<string, Stood>();
  for (const { award, from_recipient: from, from_name: fromName, recipient, recipient_name: recipientName, effective_on: since } of handed) {
    if (since <= on) leads.set(award, { recipient, recipientName });
    else if (!leads.has(award)) leads.set(award, { recipient: from, recipientName: fromName });
  }
  return leads;
}
