import { entries, versions, view, type Happened, type RowsOf } from '#kernel';
import { saving } from '#domain/savings';

const tables = {
  /** Each saving and in which bucket its pence stand. `award` only where it is of one; `lifetime_of` only for an evaluator's figure. */
  savings: versions({
    columns: {
      reference: 'text', programme: 'text', award: 'text?', recipient_name: 'text?', kind: 'text', financial_year: 'text?', lifetime_of: 'text?',
      qualifier: 'text', attribution: 'text', document: 'text', forecast_by: 'text', forecast_on: 'text',
      forecast_minor: 'integer', claimed_minor: 'integer', validated_minor: 'integer', rejected_minor: 'integer', waiting_claim: 'integer?',
      /** 1 while a claim waits for its validator, so that those savings are found without reading the others. */
      is_waiting: 'integer',
    },
    key: ['reference'],
    indexes: [['is_waiting', 'reference']],
  }),
  /** Every saving once: lists go through these. */
  savings_begun: entries({ columns: { saving: 'text', of_programme: 'text', of_award: 'text?', in_year: 'text?', began_on: 'text' }, indexes: [['of_programme'], ['of_award'], ['began_on']] }),
  /** What moved between buckets, with its day of effect. */
  saving_changes: entries({ columns: { saving: 'text', bucket: 'text', amount_minor: 'integer', effective_on: 'text' }, indexes: [['saving']] }),
  saving_claims: versions({
    columns: {
      saving: 'text', number: 'integer', amount_minor: 'integer', document: 'text', claimed_by: 'text', claimed_on: 'text', stage: 'text',
      accepted_minor: 'integer', rejected_minor: 'integer', ended_by: 'text?', ended_on: 'text?', reason: 'text?',
    },
    key: ['saving', 'number'],
  }),
};
type Rows = RowsOf<typeof tables>;
type Changes = Readonly<Partial<Record<'forecast' | 'claimed' | 'validated' | 'rejected', number>>>;

function shift(rows: Rows, { ref, on }: Pick<Happened, 'ref' | 'on'>, changes: Changes): void {
  for (const [bucket, amount] of Object.entries(changes)) {
    if (amount === 0) continue;
    rows.savings.add({ reference: ref }, { [`${bucket}_minor`]: amount });
    rows.saving_changes.add({ saving: ref, bucket, amount_minor: amount, effective_on: on });
  }
}

/** Savings of awards and programmes: what is forecast, claimed and validated, and every claim. */
export const savings = view('savings', {
  version: 1,
  tables,
  from: [saving],
  on: {
    SavingForecast(rows, event) {
      const { ref, on, data: { programme, award = null, recipientName = null, kind, period, amount, qualifier, attribution, document, forecastBy } } = event;
      const year = period.kind === 'year' ? period.financialYear : null;
      rows.savings.put({
        reference: ref, programme, award, recipient_name: recipientName, kind, financial_year: year, lifetime_of: period.kind === 'lifetime' ? period.of : null,
        qualifier, attribution, document, forecast_by: forecastBy, forecast_on: on, forecast_minor: 0, claimed_minor: 0, validated_minor: 0, rejected_minor: 0, waiting_claim: null, is_waiting: 0,
      });
      rows.savings_begun.add({ saving: ref, of_programme: programme, of_award: award, in_year: year, began_on: on });
      shift(rows, event, { forecast: amount.minor });
    },
    ForecastRevised(rows, event) {
      rows.savings.patch({ reference: event.ref }, { qualifier: event.data.qualifier });
      shift(rows, event, { forecast: event.data.amount.minor - event.data.before.minor });
    },
    SavingClaimed(rows, event) {
      const { ref, on, data: { claim, amount: { minor }, newlyForecast, document, claimedBy } } = event;
      rows.savings.patch({ reference: ref }, { waiting_claim: claim, is_waiting: 1 });
      rows.saving_claims.put({
        saving: ref, number: claim, amount_minor: minor, document, claimed_by: claimedBy, claimed_on: on, stage: 'waiting',
        accepted_minor: 0, rejected_minor: 0, ended_by: null, ended_on: null, reason: null,
      });
      shift(rows, event, { forecast: newlyForecast.minor - minor, claimed: minor });
    },
    SavingValidated(rows, event) {
      const { ref, on, data: { claim, accepted, rejected, reason = null, validatedBy } } = event;
      rows.savings.patch({ reference: ref }, { waiting_claim: null, is_waiting: 0 });
      rows.saving_claims.patch({ saving: ref, number: claim }, {
        stage: accepted.minor > 0 ? 'validated' : 'rejected', accepted_minor: accepted.minor, rejected_minor: rejected.minor, ended_by: validatedBy, ended_on: on, reason,
      });
      shift(rows, event, { claimed: -accepted.minor - rejected.minor, validated: accepted.minor, rejected: rejected.minor });
    },
    ClaimWithdrawn(rows, event) {
      const { ref, on, data: { claim, amount, noLongerForecast, reason, withdrawnBy } } = event;
      rows.savings.patch({ reference: ref }, { waiting_claim: null, is_waiting: 0 });
      rows.saving_claims.patch({ saving: ref, number: claim }, { stage: 'withdrawn', ended_by: withdrawnBy, ended_on: on, reason });
      shift(rows, event, { claimed: -amount.minor, forecast: amount.minor - noLongerForecast.minor });
    },
  },
});
