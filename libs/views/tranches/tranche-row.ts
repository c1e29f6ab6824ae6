import type { IsoDate } from '#kernel';
import type { Known } from '../question-on.js';
import type { awardTranches } from './award-tranches.js';

/** A part of an award from another budget line than its first. Pence. */
export interface TrancheRow {
  readonly award: string;
  readonly number: number;
  readonly recipientName: string;
  readonly fund: string;
  readonly financialYear: string;
  /** A part of what the award comes to, or a later year on top of it. */
  readonly kind: string;
  /** conditional, confirmed, signed, declined, lapsed, or ended with its award. */
  readonly stage: string;
  readonly stageOn: string;
  /** What was named while it is conditional: none of that is committed. Afterwards what it comes to. */
  readonly amountMinor: number;
  readonly subjectTo: string | null;
  readonly lapsesOn: string | null;
  readonly because: string | null;
}
type Tranches = Known<[typeof awardTranches]>;

/** The parts of these awards as they stood on a day, or stand: each is the sum of what moved it. */
export async function tranchesOf(db: Tranches, awards: readonly string[], on: IsoDate | undefined): Promise<readonly TrancheRow[]> {
  const parts = new Map<string, TrancheRow>();
  for (let from = 0; from < awards.length; from += 500) {
    const moves = await db
      .selectFrom('tranche_moves').selectAll().where('award', 'in', awards.slice(from, from + 500))
      .$if(on !== undefined, (query) => query.where('effective_on', '<=', on ?? '')).orderBy('award').orderBy('position').orderBy('line').execute();
    for (const { award, number, stage, amount_minor: amount, effective_on: stageOn, because, ...told } of moves) {
      const key = `${award} ${number}`;
      const before = parts.get(key) ?? {
        award, number, recipientName: told.recipient_name ?? '', fund: told.fund ?? '', financialYear: told.financial_year ?? '', kind: told.kind ?? 'part', amountMinor: 0,
        subjectTo: told.subject_to, lapsesOn: told.lapses_on,
      };
      parts.set(key, { ...before, stage, stageOn, because, amountMinor: before.amountMinor + amount });
    }
  }
  return [...parts.values()];
}
