import { entries, versions } from '#kernel';

/** One row per award. Amounts are pence; null where the award has not come that far. */
const awards = versions({
  columns: {
    reference: 'text', application: 'text', programme: 'text', fund: 'text', financial_year: 'text', round: 'text',
    recipient: 'text', recipient_name: 'text', title: 'text', instrument: 'text', recommended_by: 'text', recommended_on: 'text',
    stage: 'text', stage_on: 'text', reason: 'text?',
    put_to: 'text?', asked_to: 'text?', meeting: 'text?', item: 'text?',
    decided_by: 'text?', decided_by_name: 'text?', verb: 'text?',
    ceiling_minor: 'integer?', proposed_minor: 'integer?', negotiated_minor: 'integer?', agreed_minor: 'integer?',
    /** What the award holds of its round: the ceiling, then what was signed, less what was given back. */
    committed_minor: 'integer', authorised_minor: 'integer', paid_minor: 'integer',
    accept_by: 'text?', document: 'text?',
    match_ratio: 'integer?', payable_before_verified: 'integer?',
    match_required_minor: 'integer', match_pledged_minor: 'integer', match_evidenced_minor: 'integer', match_verified_minor: 'integer',
    match_met_minor: 'integer', match_gap_minor: 'integer', match_waived_minor: 'integer',
  },
  key: ['reference'],
  indexes: [['programme', 'reference'], ['stage', 'reference'], ['round', 'reference']],
});

export const awardTables = {
  awards,
  award_partners: entries({ columns: { award: 'text', organisation: 'text', name: 'text', type: 'text', role: 'text' }, indexes: [['award']] }),
  match_sources: versions({ columns: { award: 'text', source: 'text', name: 'text' }, key: ['award', 'source'] }),
  /** `measure`: pledged, evidenced or verified. */
  match_amounts: entries({ columns: { award: 'text', source: 'text', measure: 'text', amount_minor: 'integer' }, indexes: [['award', 'source']] }),
};
