import { versions, view } from '#kernel';
import { evaluation } from '#domain/monitoring';
import { fund, programme, round } from '#domain/programmes';

/** Funds, programmes and their rounds. What money they hold is in the ledger. */
export const programmes = view('programmes', {
  version: 1,
  tables: {
    funds: versions({ columns: { code: 'text', name: 'text', purpose: 'text?' }, key: ['code'] }),
    programmes: versions({
      columns: { code: 'text', name: 'text', purpose: 'text', award_ceiling_minor: 'integer', instrument: 'text', evaluator_name: 'text?', evaluated_to: 'text?' },
      key: ['code'],
    }),
    rounds: versions({
      columns: { reference: 'text', programme: 'text', name: 'text', fund: 'text', financial_year: 'text', stage: 'text', allocation_minor: 'integer', returned_minor: 'integer' },
      key: ['reference'],
      indexes: [['programme', 'reference']],
    }),
  },
  from: [fund, programme, round, evaluation],
  on: {
    FundOpened: (rows, { data: { fund: code, name, purpose } }) => rows.funds.put({ code, name, purpose: purpose ?? null }),
    ProgrammeDefined: (rows, { data: { programme: code, name, purpose, awardCeiling, instrument } }) =>
      rows.programmes.put({ code, name, purpose, award_ceiling_minor: awardCeiling.minor, instrument, evaluator_name: null, evaluated_to: null }),
    EvaluatorAppointed: (rows, { data: { programme: code, organisationName, endsOn } }) => rows.programmes.patch({ code }, { evaluator_name: organisationName, evaluated_to: endsOn }),
    RoundOpened: (rows, { ref, data: { programme: of, name, budget, allocation } }) =>
      rows.rounds.put({
        reference: ref, programme: of, name, fund: budget.fund, financial_year: budget.financialYear, stage: 'open', allocation_minor: allocation.minor, returned_minor: 0,
      }),
    RoundClosed: (rows, { ref, data: { returned } }) => rows.rounds.patch({ reference: ref }, { stage: 'closed', returned_minor: returned.minor }),
  },
});
