import { optional, reference, type AwardRef, type PaymentRef } from '#kernel';
import { countedFrom, pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn } from '../question-on.js';
import { paymentRow, paymentsAsOf, type PaymentRow } from './payment-row.js';
import { payments } from './payments.js';
import { paymentStageField, type PaymentStage } from './stages.js';

class PaymentsAsked {
  @optional(paymentStageField) stage?: PaymentStage;
  @optional(reference('AW', 'Award')) award?: AwardRef;
  @pageField page?: number;
  @sizeField size?: number;
}

/** In the order of authorisation; by day of authorisation when a business date is asked about. */
export const paymentsList = questionOn('payments', {
  summary: 'Payments, by award or by how far they have come.',
  permission: 'register:read',
  input: PaymentsAsked,
  from: [payments],
  takesAsOf: true,
  async ask(db, { stage, award, ...paging }, { asOf }): Promise<Paged<PaymentRow>> {
    // Counted without looking any payment up: each that was begun has its row.
    const begun = db
      .selectFrom('payments_begun as begun')
      .$if(award !== undefined, (query) => query.where('begun.of_award', '=', award ?? ''));
    const { limit, offset } = pageOf(paging);
    if (asOf) {
      const wanted = begun.where('begun.began_on', '<=', asOf.on).$if(stage !== undefined, (query) =>
        query.where((of) => {
          const stages = of.selectFrom('payment_stages as stages').select('stages.stage').whereRef('stages.payment', '=', 'begun.payment').where('stages.effective_on', '<=', asOf.on);
          return of(stages.orderBy('stages.position', 'desc').orderBy('stages.line', 'desc').limit(1), '=', stage ?? '');
        }));
      const joined = wanted.innerJoin('payments', 'payments.reference', 'begun.payment');
      const rows = await joined.select(paymentRow).orderBy('begun.began_on').orderBy('begun.position').orderBy('begun.line').limit(limit).offset(offset).execute();
      return { rows: await paymentsAsOf(db, rows, asOf.on), ...(await countedFrom(wanted, paging)) };
    }
    if (stage === undefined || award !== undefined) {
      const wanted = begun.where('begun.position', '>', 0);
      const joined = wanted.innerJoin('payments', 'payments.reference', 'begun.payment').$if(stage !== undefined, (query) => query.where('payments.stage', '=', stage ?? ''));
      const rows = await joined.select(paymentRow).orderBy('begun.position').orderBy('begun.line').limit(limit).offset(offset).execute();
      return { rows, ...(await (stage === undefined ? countedFrom(wanted, paging) : countedFrom(joined, paging))) };
    }
    const wanted = db.selectFrom('payments').where('stage', '=', stage);
    const rows = await wanted.select(paymentRow).orderBy('reference').limit(limit).offset(offset).execute();
    return { rows, ...(await countedFrom(wanted, paging)) };
  },
});

class PaymentAsked {
  @reference('PY', 'Payment') payment!: PaymentRef;
}

export const paymentPage = questionOn('payment', {
  summary: 'A payment, who authorised and released it, and how it ended.',
  permission: 'register:read',
  input: PaymentAsked,
  from: [payments],
  takesAsOf: true,
  async ask(db, { payment }, { asOf }): Promise<PaymentRow | undefined> {
    const found = await db.selectFrom('payments').select(paymentRow).where('reference', '=', payment).executeTakeFirst();
    return found && asOf ? (await paymentsAsOf(db, [found], asOf.on))[0] : found;
  },
});
