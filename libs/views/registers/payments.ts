import { versions, view } from '#kernel';
import { payment } from '#domain/payments';

/** Payments and how far each has come. */
export const payments = view('payments', {
  version: 1,
  tables: {
    payments: versions({
      columns: {
        reference: 'text', award: 'text', payee: 'text', payee_name: 'text', amount_minor: 'integer', fund: 'text', financial_year: 'text', round: 'text', stage: 'text',
        authorised_by: 'text', authorised_on: 'text', released_by: 'text?', released_on: 'text?', settled_on: 'text?', bank_reference: 'text?', reason: 'text?',
      },
      key: ['reference'],
      indexes: [['award', 'reference'], ['stage', 'reference']],
    }),
  },
  from: [payment],
  on: {
    PaymentAuthorised: (rows, { ref, on, data: { award, payee, payeeName, amount, budget, authorisedBy } }) =>
      rows.payments.put({
        reference: ref, award, payee, payee_name: payeeName, amount_minor: amount.minor, fund: budget.fund, financial_year: budget.financialYear, round: budget.round,
        stage: 'authorised', authorised_by: authorisedBy, authorised_on: on,
        released_by: null, released_on: null, settled_on: null, bank_reference: null, reason: null,
      }),
    PaymentReleased: (rows, { ref, on, data: { releasedBy } }) => rows.payments.patch({ reference: ref }, { stage: 'released', released_by: releasedBy, released_on: on, reason: null }),
    PaymentSettled: (rows, { ref, on, data: { bankReference } }) => rows.payments.patch({ reference: ref }, { stage: 'settled', settled_on: on, bank_reference: bankReference }),
    PaymentFailed: (rows, { ref, data: { reason } }) => rows.payments.patch({ reference: ref }, { stage: 'failed', reason }),
    PaymentReturned: (rows, { ref, data: { reason } }) => rows.payments.patch({ reference: ref }, { stage: 'returned', settled_on: null, reason }),
    PaymentCancelled: (rows, { ref, data: { reason } }) => rows.payments.patch({ reference: ref }, { stage: 'cancelled', reason }),
  },
});
