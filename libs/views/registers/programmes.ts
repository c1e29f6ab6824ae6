import { versions, view, type Money, type RowsOf } from '#kernel';
import { award } from '#domain/awards';
import type { BudgetLine } from '#domain/limits';
import { evaluation } from '#domain/monitoring';
import { payment } from '#domain/payments';
import { fund, programme, round } from '#domain/programmes';

const tables = {
  funds: versions({ columns: { code: 'text', name: 'text', purpose: 'text?' }, key: ['code'] }),
  /** What a fund was given for a year, and what of it is in no round. Pence. */
  budget_lines: versions({ columns: { fund: 'text', financial_year: 'text', authority_minor: 'integer', available_minor: 'integer' }, key: ['fund', 'financial_year'] }),
  programmes: versions({
    columns: { code: 'text', name: 'text', purpose: 'text', award_ceiling_minor: 'integer', instrument: 'text', evaluator_name: 'text?', evaluated_to: 'text?' },
    key: ['code'],
  }),
  rounds: versions({
    columns: { reference: 'text', programme: 'text', name: 'text', fund: 'text', financial_year: 'text', stage: 'text', allocation_minor: 'integer', returned_minor: 'integer' },
    key: ['reference'],
    indexes: [['programme', 'reference']],
  }),
};
type Rows = RowsOf<typeof tables>;

const toFund = (rows: Rows, { fund: of, financialYear }: Pick<BudgetLine, 'fund' | 'financialYear'>, minor: number): void =>
  rows.budget_lines.add({ fund: of, financial_year: financialYear }, { available_minor: minor });

interface Released {
  readonly data: { readonly budget: BudgetLine; readonly released: Money; readonly returnedTo: 'round' | 'fund' };
}
/** What an award gives back goes past a closed round to its fund. */
const givenBack = (rows: Rows, { data: { budget, released, returnedTo } }: Released): void => {
  if (returnedTo === 'fund') toFund(rows, budget, released.minor);
};

/** Funds with their budgets, programmes and their rounds. */
export const programmes = view('programmes', {
  version: 1,
  tables,
  from: [fund, programme, round, evaluation, award, payment],
  on: {
    FundOpened: (rows, { data: { fund: code, name, purpose } }) => rows.funds.put({ code, name, purpose: purpose ?? null }),
    BudgetSet(rows, { data: { fund: of, financialYear, amount: { minor }, kind } }) {
      const line = { fund: of, financial_year: financialYear };
      if (kind === 'original') rows.budget_lines.put({ ...line, authority_minor: minor, available_minor: minor });
      else rows.budget_lines.add(line, { authority_minor: minor, available_minor: minor });
    },
    BudgetReduced: (rows, { data: { fund: of, financialYear, amount: { minor } } }) =>
      rows.budget_lines.add({ fund: of, financial_year: financialYear }, { authority_minor: -minor, available_minor: -minor }),
    ProgrammeDefined: (rows, { data: { programme: code, name, purpose, awardCeiling, instrument } }) =>
      rows.programmes.put({ code, name, purpose, award_ceiling_minor: awardCeiling.minor, instrument, evaluator_name: null, evaluated_to: null }),
    EvaluatorAppointed: (rows, { data: { programme: code, organisationName, endsOn } }) => rows.programmes.patch({ code }, { evaluator_name: organisationName, evaluated_to: endsOn }),
    RoundOpened(rows, { ref, data: { programme: of, name, budget, allocation: { minor } } }) {
      rows.rounds.put({ reference: ref, programme: of, name, fund: budget.fund, financial_year: budget.financialYear, stage: 'open', allocation_minor: minor, returned_minor: 0 });
      toFund(rows, budget, -minor);
    },
    RoundClosed(rows, { ref, data: { budget, returned: { minor } } }) {
      rows.rounds.patch({ reference: ref }, { stage: 'closed', returned_minor: minor });
      toFund(rows, budget, minor);
    },
    AgreementSigned: givenBack,
    OfferLapsed: givenBack,
    AwardWithdrawn: givenBack,
    AwardClosed: givenBack,
    PaymentCancelled(rows, { data: { budget, amount, returnedTo } }) {
      if (returnedTo === 'fund') toFund(rows, budget, amount.minor);
    },
  },
});
