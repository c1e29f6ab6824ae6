import { entries, versions, view, type Happened, type Money, type RowsOf } from '#kernel';
import { award } from '#domain/awards';
import type { BudgetLine } from '#domain/limits';
import { evaluation } from '#domain/monitoring';
import { payment } from '#domain/payments';
import { fund, programme, round } from '#domain/programmes';

const tables = {
  funds: versions({ columns: { code: 'text', name: 'text', purpose: 'text?' }, key: ['code'] }),
  /** What a fund was given for a year, and what of it is in no round. Pence. */
  budget_lines: versions({ columns: { fund: 'text', financial_year: 'text', authority_minor: 'integer', available_minor: 'integer' }, key: ['fund', 'financial_year'] }),
  /** What changed the part of a budget line that is in no round, with its day of effect. */
  line_changes: entries({ columns: { fund: 'text', financial_year: 'text', amount_minor: 'integer', effective_on: 'text' }, indexes: [['fund', 'financial_year']] }),
  programmes: versions({
    columns: { code: 'text', name: 'text', purpose: 'text', award_ceiling_minor: 'integer', instrument: 'text', defined_on: 'text' },
    key: ['code'],
  }),
  /** `terms`: fixed or ceiling, with the amount; none where the programme's own ceiling is all there is. */
  rounds: versions({
    columns: {
      reference: 'text', programme: 'text', name: 'text', fund: 'text', financial_year: 'text', stage: 'text', opened_on: 'text', closed_on: 'text?',
      allocation_minor: 'integer', returned_minor: 'integer', terms: 'text?', terms_minor: 'integer?',
      match_ratio: 'integer?', payable_before_verified: 'integer?', match_from: 'text?', scoring_begun_on: 'text?',
    },
    key: ['reference'],
    indexes: [['programme', 'reference']],
  }),
  /** Criteria of a round in their order, each with the highest score on it: those of the newest position stand. */
  round_criteria: entries({ columns: { round: 'text', code: 'text', name: 'text', weight: 'integer', highest_score: 'integer', effective_on: 'text' }, indexes: [['round']] }),
  /** Who was appointed to evaluate a programme: the newest stands. */
  evaluators: entries({ columns: { programme: 'text', name: 'text', effective_on: 'text' }, indexes: [['programme']] }),
  /** Targets as they were set: the newest of a year and kind stands. Councils are counted, savings are pence. */
  targets: entries({ columns: { programme: 'text', financial_year: 'text', target: 'text', at_least: 'integer', effective_on: 'text' }, indexes: [['programme']] }),
};
type Rows = RowsOf<typeof tables>;

function toFund(rows: Rows, { fund: of, financialYear }: Pick<BudgetLine, 'fund' | 'financialYear'>, { on }: Pick<Happened, 'on'>, minor: number, isAuthority = false): void {
  rows.budget_lines.add({ fund: of, financial_year: financialYear }, { available_minor: minor, ...(isAuthority ? { authority_minor: minor } : {}) });
  rows.line_changes.add({ fund: of, financial_year: financialYear, amount_minor: minor, effective_on: on });
}

type Released = Happened<{ readonly budget: BudgetLine; readonly released: Money; readonly returnedTo: 'round' | 'fund' }>;
/** What an award gives back goes past a closed round to its fund. */
const givenBack = (rows: Rows, event: Released): void => {
  if (event.data.returnedTo === 'fund') toFund(rows, event.data.budget, event, event.data.released.minor);
};

/** Funds with their budgets, programmes with their targets, and their rounds. */
export const programmes = view('programmes', {
  version: 3,
  tables,
  from: [fund, programme, round, evaluation, award, payment],
  on: {
    FundOpened: (rows, { data: { fund: code, name, purpose } }) => rows.funds.put({ code, name, purpose: purpose ?? null }),
    BudgetSet(rows, event) {
      const { fund: of, financialYear, amount: { minor }, kind } = event.data;
      if (kind === 'original') rows.budget_lines.put({ fund: of, financial_year: financialYear, authority_minor: 0, available_minor: 0 });
      toFund(rows, event.data, event, minor, true);
    },
    BudgetReduced: (rows, event) => toFund(rows, event.data, event, -event.data.amount.minor, true),
    ProgrammeDefined: (rows, { on, data: { programme: code, name, purpose, awardCeiling, instrument } }) =>
      rows.programmes.put({ code, name, purpose, award_ceiling_minor: awardCeiling.minor, instrument, defined_on: on }),
    TargetSet: (rows, { on, data: { programme: of, financialYear, target } }) =>
      rows.targets.add({ programme: of, financial_year: financialYear, target: target.kind, at_least: target.kind === 'councils' ? target.atLeast : target.atLeast.minor, effective_on: on }),
    EvaluatorAppointed: (rows, { on, data: { programme: of, organisationName } }) => rows.evaluators.add({ programme: of, name: organisationName, effective_on: on }),
    RoundOpened(rows, event) {
      const { ref, on, data: { programme: of, name, budget, allocation: { minor }, terms, matchRule } } = event;
      rows.rounds.put({
        reference: ref, programme: of, name, fund: budget.fund, financial_year: budget.financialYear, stage: 'open', opened_on: on, closed_on: null, allocation_minor: minor, returned_minor: 0,
        terms: terms?.kind ?? null, terms_minor: terms ? (terms.kind === 'fixed' ? terms.amount : terms.upTo).minor : null,
        match_ratio: matchRule?.ratio ?? null, payable_before_verified: matchRule?.payableBeforeVerified ?? null, match_from: matchRule?.from ?? null,
        scoring_begun_on: null,
      });
      toFund(rows, budget, event, -minor);
    },
    CriteriaSet(rows, { ref, on, data: { criteria, highestScore } }) {
      for (const { code, name, weight } of criteria) rows.round_criteria.add({ round: ref, code, name, weight, highest_score: highestScore, effective_on: on });
    },
    ScoringBegun: (rows, { ref, on }) => rows.rounds.patch({ reference: ref }, { scoring_begun_on: on }),
    RoundClosed(rows, event) {
      const { ref, on, data: { budget, returned: { minor } } } = event;
      rows.rounds.patch({ reference: ref }, { stage: 'closed', closed_on: on, returned_minor: minor });
      toFund(rows, budget, event, minor);
    },
    AgreementSigned: givenBack,
    OfferLapsed: givenBack,
    AwardWithdrawn: givenBack,
    AwardClosed: givenBack,
    PaymentCancelled(rows, event) {
      if (event.data.returnedTo === 'fund') toFund(rows, event.data.budget, event, event.data.amount.minor);
    },
  },
});
