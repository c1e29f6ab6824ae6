import { entries, versions } from '#kernel';

/** One row per award. Amounts are pence; null where the award has not come that far. */
const awards = versions({
  columns: {
    reference: 'text', application: 'text', programme: 'text', fund: 'text', financial_year: 'text', round: 'text',
    recipient: 'text', recipient_name: 'text', title: 'text', instrument: 'text', recommended_by: 'text', recommended_on: 'text',
    stage: 'text', stage_on: 'text', stage_recorded_on: 'text', reason: 'text?',
    put_to: 'text?', asked_to: 'text?', meeting: 'text?', item: 'text?',
    decided_by: 'text?', decided_by_name: 'text?', verb: 'text?',
    ceiling_minor: 'integer?', proposed_minor: 'integer?', negotiated_minor: 'integer?', agreed_minor: 'integer?',
    /** What the award holds: the ceiling, then what was signed, and later years once they are confirmed, less what was given back. */
    committed_minor: 'integer',
    /** How much of that never was its round’s: other funds and later years bear it. */
    elsewhere_minor: 'integer', authorised_minor: 'integer', paid_minor: 'integer',
    accept_by: 'text?', document: 'text?',
    /** The money rule that it was recommended under: its kind, the most that it allows, and its words; none where the programme's own ceiling is all there is. */
    terms: 'text?', terms_minor: 'integer?', terms_words: 'text?',
    match_ratio: 'integer?', payable_before_verified: 'integer?', match_from: 'text?',
    match_required_minor: 'integer', match_pledged_minor: 'integer', match_evidenced_minor: 'integer', match_verified_minor: 'integer',
    match_met_minor: 'integer', match_gap_minor: 'integer', match_waived_minor: 'integer',
    /** 1 while match is missing, so that those awards are found without reading the others. */
    is_short: 'integer',
  },
  key: ['reference'],
  indexes: [['stage', 'reference'], ['is_short', 'reference']],
});

export const awardTables = {
  awards,
  /** Every award once, when it was recommended: lists go through these, so that a page costs the same in any log. */
  awards_begun: entries({
    columns: { award: 'text', in_programme: 'text', in_round: 'text', in_year: 'text', began_on: 'text' },
    indexes: [['in_programme'], ['in_round'], ['began_on']],
  }),
  /** The stages that an award entered, each with its day of effect and the day of recording. */
  award_stages: entries({ columns: { award: 'text', stage: 'text', effective_on: 'text', recorded_on: 'text' }, indexes: [['award']] }),
  /** What changed its figures: an amount that is stated anew, or one that is added. */
  award_figures: entries({ columns: { award: 'text', figure: 'text', amount_minor: 'integer', effective_on: 'text' }, indexes: [['award']] }),
  /** Who answered for it until it was handed on, and who from then. */
  award_leads: entries({
    columns: { award: 'text', from_recipient: 'text', from_name: 'text', recipient: 'text', recipient_name: 'text', effective_on: 'text' },
    indexes: [['award']],
  }),
  /** Partners that joined and that left, in their order. */
  award_partners: entries({ columns: { award: 'text', organisation: 'text', name: 'text', type: 'text', role: 'text', change: 'text' }, indexes: [['award']] }),
  match_sources: versions({ columns: { award: 'text', source: 'text', name: 'text' }, key: ['award', 'source'] }),
  /** Who is to bring how much: the lines of the newest position stand. */
  match_shares: entries({ columns: { award: 'text', source: 'text', name: 'text', amount_minor: 'integer', effective_on: 'text' }, indexes: [['award']] }),
  /** `measure`: pledged, evidenced or verified. */
  match_amounts: entries({ columns: { award: 'text', source: 'text', measure: 'text', amount_minor: 'integer', effective_on: 'text' }, indexes: [['award', 'source']] }),
};
