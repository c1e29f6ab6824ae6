import { entries, londonDate, versions, view, type Happened, type RowsOf } from '#kernel';
import { payment } from '#domain/payments';
import type { PaymentStage } from './stages.js';

const tables = {
  payments: versions({
    columns: {
      reference: 'text', award: 'text', payee: 'text', payee_name: 'text', amount_minor: 'integer', fund: 'text', financial_year: 'text', round: 'text',
      stage: 'text', stage_on: 'text', stage_recorded_on: 'text',
      authorised_by: 'text', authorised_on: 'text', released_by: 'text?', released_on: 'text?', settled_on: 'text?', bank_reference: 'text?', reason: 'text?',
    },
    key: ['reference'],
    indexes: [['stage', 'reference']],
  }),
  /** Every payment once, when it was authorised: lists go through these. */
  payments_begun: entries({ columns: { payment: 'text', of_award: 'text', began_on: 'text' }, indexes: [['of_award'], ['began_on']] }),
  /** The states that a payment came to, each with its day of effect and the day of recording. */
  payment_stages: entries({
    columns: { payment: 'text', stage: 'text', effective_on: 'text', recorded_on: 'text', released_by: 'text?', settled_on: 'text?', bank_reference: 'text?', reason: 'text?' },
    indexes: [['payment']],
  }),
};
type Rows = RowsOf<typeof tables>;
type Known = Parameters<Rows['payments']['patch']>[1];

/** Brings a payment to a state, with what is known of it there. */
function come(rows: Rows, { ref, on, recordedAt }: Pick<Happened, 'ref' | 'on' | 'recordedAt'>, stage: PaymentStage, known: Pick<Known, 'released_by' | 'released_on' | 'settled_on' | 'bank_reference' | 'reason'> = {}): void {
  const recordedOn = londonDate(recordedAt);
  rows.payments.patch({ reference: ref }, { ...known, stage, stage_on: on, stage_recorded_on: recordedOn });
  const { released_by = null, settled_on = null, bank_reference = null, reason = null } = known;
  rows.payment_stages.add({ payment: ref, stage, effective_on: on, recorded_on: recordedOn, released_by, settled_on, bank_reference, reason });
}

/** Payments and how far each has come. */
export const payments = view('payments', {
  version: 2,
  tables,
  from: [payment],
  on: {
    PaymentAuthorised(rows, event) {
      const { ref, on, recordedAt, data: { award, payee, payeeName, amount, budget, authorisedBy } } = event;
      rows.payments.put({
        reference: ref, award, payee, payee_name: payeeName, amount_minor: amount.minor, fund: budget.fund, financial_year: budget.financialYear, round: budget.round,
        stage: 'authorised', stage_on: on, stage_recorded_on: londonDate(recordedAt), authorised_by: authorisedBy, authorised_on: on,
        released_by: null, released_on: null, settled_on: null, bank_reference: null, reason: null,
      });
      rows.payments_begun.add({ payment: ref, of_award: award, began_on: on });
      come(rows, event, 'authorised');
    },
    PaymentReleased: (rows, event) => come(rows, event, 'released', { released_by: event.data.releasedBy, released_on: event.on, reason: null }),
    PaymentSettled: (rows, event) => come(rows, event, 'settled', { settled_on: event.on, bank_reference: event.data.bankReference }),
    SettlementCorrected: (rows, event) => come(rows, event, 'released', { settled_on: null, bank_reference: null, reason: event.data.reason }),
    PaymentFailed: (rows, event) => come(rows, event, 'failed', { reason: event.data.reason }),
    PaymentReturned: (rows, event) => come(rows, event, 'returned', { settled_on: null, reason: event.data.reason }),
    PaymentCancelled: (rows, event) => come(rows, event, 'cancelled', { reason: event.data.reason }),
  },
});
