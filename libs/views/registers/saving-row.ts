import { gbp, toCode, toReference, type IsoDate } from '#kernel';
import { figureOn, type Attribution, type Basis, type Qualifier, type SavingFigure, type SavingKind } from '#domain/savings';
import type { Known } from '../question-on.js';
import type { savings } from './savings.js';

/** A saving as lists show it: in which bucket its pence stand. What was claimed or validated is no longer merely forecast. */
export interface SavingRow {
  readonly reference: string;
  readonly programme: string;
  readonly award: string | null;
  readonly recipientName: string | null;
  readonly kind: string;
  readonly financialYear: string | null;
  readonly lifetimeOf: string | null;
  readonly qualifier: string;
  readonly attribution: string;
  readonly document: string;
  readonly forecastBy: string;
  readonly forecastOn: string;
  readonly forecastMinor: number;
  readonly claimedMinor: number;
  readonly validatedMinor: number;
  readonly rejectedMinor: number;
  /** The number of the claim that waits for a validator. */
  readonly waitingClaim: number | null;
}
export const savingRow = [
  'reference', 'programme', 'award', 'recipient_name as recipientName', 'kind', 'financial_year as financialYear', 'lifetime_of as lifetimeOf', 'qualifier', 'attribution', 'document',
  'forecast_by as forecastBy', 'forecast_on as forecastOn', 'forecast_minor as forecastMinor', 'claimed_minor as claimedMinor', 'validated_minor as validatedMinor', 'rejected_minor as rejectedMinor',
  'waiting_claim as waitingClaim',
] as const;
export type Savings = Known<[typeof savings]>;

const atOnce = 500;

/** Savings as they stood on a business date, added up from the few changes of each; those that nobody had forecast are left out. */
export async function savingsAsOf(db: Savings, rows: readonly SavingRow[], on: IsoDate): Promise<readonly SavingRow[]> {
  const then = new Map<string, Record<string, number>>();
  for (let from = 0; from < rows.length; from += atOnce) {
    const changes = await db
      .selectFrom('saving_changes').select(['saving', 'bucket', 'amount_minor']).where('saving', 'in', rows.slice(from, from + atOnce).map(({ reference }) => reference))
      .where('effective_on', '<=', on).execute();
    for (const { saving, bucket, amount_minor: amount } of changes) {
      const stood = then.get(saving) ?? { forecastMinor: 0, claimedMinor: 0, validatedMinor: 0, rejectedMinor: 0 };
      then.set(saving, { ...stood, [`${bucket}Minor`]: (stood[`${bucket}Minor`] ?? 0) + amount });
    }
  }
  return rows.filter(({ forecastOn }) => forecastOn <= on).map((row) => ({ ...row, ...then.get(row.reference) }));
}

/** What a saving comes to on a basis, as the rule of adding up takes it; nothing where it says nothing on that basis. */
export function figuresOf(row: SavingRow, basis: Basis): readonly SavingFigure[] {
  const period = row.lifetimeOf === null ? { kind: 'year' as const, financialYear: row.financialYear ?? '' } : { kind: 'lifetime' as const, of: row.lifetimeOf };
  const buckets = { forecast: gbp(row.forecastMinor), claimed: gbp(row.claimedMinor), validated: gbp(row.validatedMinor), rejected: gbp(row.rejectedMinor) };
  const figure = figureOn(basis, { period, qualifier: row.qualifier as Qualifier, buckets });
  if (!figure) return [];
  const award = row.award === null ? {} : { award: toReference('AW', row.award) };
  return [{ basis, kind: row.kind as SavingKind, period, attribution: row.attribution as Attribution, programme: toCode(row.programme), ...award, ...figure }];
}
