import type { IsoDate } from '#kernel';
import type { Known } from '../question-on.js';
import type { payments } from './payments.js';

/** A payment as lists show it. Pence. */
export interface PaymentRow {
  readonly reference: string;
  readonly award: string;
  readonly payee: string;
  readonly payeeName: string;
  readonly stage: string;
  /** The day from which it has been in that state, and the day on which that was recorded. */
  readonly stageOn: string;
  readonly stageRecordedOn: string;
  readonly amountMinor: number;
  readonly authorisedOn: string;
  readonly authorisedBy: string;
  readonly releasedBy: string | null;
  readonly settledOn: string | null;
  readonly bankReference: string | null;
  readonly reason: string | null;
}

export const paymentRow = [
  'reference', 'award', 'payee', 'payee_name as payeeName', 'stage', 'stage_on as stageOn', 'stage_recorded_on as stageRecordedOn', 'amount_minor as amountMinor',
  'authorised_on as authorisedOn', 'authorised_by as authorisedBy', 'released_by as releasedBy', 'settled_on as settledOn', 'bank_reference as bankReference', 'reason',
] as const;

const atOnce = 500;

/** Payments as they stood on a business date: the newest state that had taken effect by then, and what belongs to it. Those that nobody had authorised are left out. */
export async function paymentsAsOf(db: Known<[typeof payments]>, rows: readonly PaymentRow[], on: IsoDate): Promise<readonly PaymentRow[]> {
  const then = new Map<string, Partial<PaymentRow>>();
  for (let from = 0; from < rows.length; from += atOnce) {
    const references = rows.slice(from, from + atOnce).map(({ reference }) => reference);
    const stages = await db
      .selectFrom('payment_stages')
      .select(['payment', 'stage', 'effective_on as stageOn', 'recorded_on as stageRecordedOn', 'released_by as releasedBy', 'settled_on as settledOn', 'bank_reference as bankReference', 'reason'])
      .where('payment', 'in', references).where('effective_on', '<=', on).orderBy('payment').orderBy('position').orderBy('line').execute();
    for (const { payment, ...stage } of stages) then.set(payment, { ...stage, releasedBy: stage.releasedBy ?? then.get(payment)?.releasedBy ?? null, bankReference: stage.bankReference ?? then.get(payment)?.bankReference ?? null });
  }
  return rows.flatMap((row) => {
    const stood = then.get(row.reference);
    return stood ? [{ ...row, ...stood }] : [];
  });
}
