import { optional, reference, type AwardRef, type PaymentRef } from '#kernel';
import { pageField, pageOf, sizeField, type Paged } from '../paging.js';
import { questionOn } from '../question-on.js';
import { paymentRow, type PaymentRow } from './payment-row.js';
import { payments } from './payments.js';
import { paymentStageField, type PaymentStage } from './stages.js';

class PaymentsAsked {
  @optional(paymentStageField) stage?: PaymentStage;
  @optional(reference('AW', 'Award')) award?: AwardRef;
  @pageField page?: number;
  @sizeField size?: number;
}

export const paymentsList = questionOn('payments', {
  summary: 'Payments, by award or by how far they have come.',
  permission: 'register:read',
  input: PaymentsAsked,
  from: [payments],
  async ask(db, { stage, award, ...paging }): Promise<Paged<PaymentRow>> {
    const wanted = db
      .selectFrom('payments')
      .$if(stage !== undefined, (query) => query.where('stage', '=', stage ?? ''))
      .$if(award !== undefined, (query) => query.where('award', '=', award ?? ''));
    const { limit, offset } = pageOf(paging);
    const rows = await wanted.select(paymentRow).orderBy('reference').limit(limit).offset(offset).execute();
    const { total } = await wanted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    return { rows, total };
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
  ask: (db, { payment }): Promise<PaymentRow | undefined> => db.selectFrom('payments').select(paymentRow).where('reference', '=', payment).executeTakeFirst(),
});
