import { entries, versions, view, type Happened, type Money, type RowOf, type RowsOf } from '#kernel';
import { award } from '#domain/awards';
import type { BudgetLine } from '#domain/limits';
import { evaluation } from '#domain/monitoring';
import { payment } from '#domain/payments';
import { fund, mostOf, programme, round, roundTerms, type MatchRule, type RoundTerms } from '#domain/programmes';

const rules = { terms: 'text?', terms_minor: 'integer?', terms_words: 'text?', match_ratio: 'integer?', payable_before_verified: 'integer?', match_from: 'text?' } as const;

const tables = {
  funds: versions({ columns: { code: 'text', name: 'text', purpose: 'text?', class: 'text?', held_by: 'text?', held_by_name: 'text?' }, key: ['code'] }),
  /** What changed the part of a fund's budget for a year that is in no round, with its day of effect; the balance is what is left. Pence. */
  line_changes: entries({
    columns: { fund: 'text', financial_year: 'text', amount_minor: 'integer', effective_on: 'text' },
    balance: { column: 'balance', of: 'amount_minor', per: ['fund', 'financial_year'] },
  }),
  programmes: versions({
    columns: { code: 'text', name: 'text', purpose: 'text', award_ceiling_minor: 'integer', instrument: 'text', defined_on: 'text', parent: 'text?', starts_on: 'text?', ends_on: 'text?', closed_on: 'text?', days_run: 'integer?' },
    key: ['code'],
    indexes: [['parent', 'code']],
  }),
  /** `terms`: the kind of money rule, the most that an award may come to under it, and its words; none where the programme's own ceiling is all there is. */
  rounds: versions({
    columns: {
      reference: 'text', programme: 'text', name: 'text', fund: 'text', financial_year: 'text', stage: 'text', opened_on: 'text', closed_on: 'text?',
      allocation_minor: 'integer', returned_minor: 'integer', ...rules,
      terms_version: 'integer', opens_on: 'text?', last_day: 'text?', capacity: 'integer?', cloned_from: 'text?', scoring_begun_on: 'text?',
    },
    key: ['reference'],
    indexes: [['programme', 'reference']],
  }),
  /** The rules of a round that has a scheme, as they were in each version of its terms. */
  round_rules: entries({ columns: { round: 'text', version: 'integer', ...rules, effective_on: 'text' }, indexes: [['round']] }),
  /** How many awards a round that has a capacity has room for: the newest stands. */
  round_room: entries({ columns: { round: 'text', capacity: 'integer', effective_on: 'text' }, indexes: [['round']] }),
  /** Criteria of a round in their order, each with the highest score on it: those of the newest position stand. */
  round_criteria: entries({ columns: { round: 'text', code: 'text', name: 'text', weight: 'integer', highest_score: 'integer', effective_on: 'text' }, indexes: [['round']] }),
  /** Who was appointed to evaluate a programme: the newest stands. */
  evaluators: entries({ columns: { programme: 'text', name: 'text', effective_on: 'text' }, indexes: [['programme']] }),
  /** Targets as they were set: the newest of a year and kind stands. Councils are counted, savings are pence. */
  targets: entries({ columns: { programme: 'text', financial_year: 'text', target: 'text', at_least: 'integer', effective_on: 'text' }, indexes: [['programme']] }),
};
type Rows = RowsOf<typeof tables>;

function toFund(rows: Rows, { fund: of, financialYear }: Pick<BudgetLine, 'fund' | 'financialYear'>, { on }: Pick<Happened, 'on'>, minor: number): void {
  if (minor !== 0) rows.line_changes.add({ fund: of, financial_year: financialYear, amount_minor: minor, effective_on: on });
}

const rulesOf = (terms: RoundTerms | undefined, match: MatchRule | undefined): RowOf<typeof rules> => ({
  terms: terms?.kind ?? null, terms_minor: (terms && mostOf(terms))?.minor ?? null, terms_words: terms ? roundTerms.spec.show(terms) : null,
  match_ratio: match?.ratio ?? null, payable_before_verified: match?.payableBeforeVerified ?? null, match_from: match?.from ?? null,
});

interface Released {
  readonly budget: BudgetLine;
  readonly released: Money;
  readonly returnedTo: 'round' | 'fund';
  readonly otherLines?: readonly { readonly line: BudgetLine; readonly released: Money }[];
}
/** What an award gives back goes past a closed round to its fund; what other funds bear of it is in no round, and goes back to them. */
const givenBack = (rows: Rows, event: Happened<Released>): void => {
  const { budget, released, returnedTo, otherLines = [] } = event.data;
  if (returnedTo === 'fund') toFund(rows, budget, event, released.minor);
  for (const other of otherLines) toFund(rows, other.line, event, other.released.minor);
};

/** Funds with their budgets, programmes with their targets, and their rounds. */
export const programmes = view('programmes', {
  version: 4,
  tables,
  from: [fund, programme, round, evaluation, award, payment],
  on: {
    FundOpened: (rows, { data: { fund: code, name, purpose, class: kind, heldBy, heldByName } }) =>
      rows.funds.put({ code, name, purpose: purpose ?? null, class: kind ?? null, held_by: heldBy ?? null, held_by_name: heldByName ?? null }),
    BudgetSet: (rows, event) => toFund(rows, event.data, event, event.data.amount.minor),
    BudgetReduced: (rows, event) => toFund(rows, event.data, event, -event.data.amount.minor),
    BudgetVired(rows, event) {
      const { to, financialYear, amount: { minor } } = event.data;
      toFund(rows, event.data, event, -minor);
      toFund(rows, { fund: to, financialYear }, event, minor);
    },
    ProgrammeDefined: (rows, { on, data: { programme: code, name, purpose, awardCeiling, instrument, parent, startsOn, endsOn } }) =>
      rows.programmes.put({
        code, name, purpose, award_ceiling_minor: awardCeiling.minor, instrument, defined_on: on,
        parent: parent ?? null, starts_on: startsOn ?? null, ends_on: endsOn ?? null, closed_on: null, days_run: null,
      }),
    ProgrammeClosed: (rows, { on, data: { programme: code, days } }) => rows.programmes.patch({ code }, { closed_on: on, days_run: days }),
    TargetSet: (rows, { on, data: { programme: of, financialYear, target } }) =>
      rows.targets.add({ programme: of, financial_year: financialYear, target: target.kind, at_least: target.kind === 'councils' ? target.atLeast : target.atLeast.minor, effective_on: on }),
    EvaluatorAppointed: (rows, { on, data: { programme: of, organisationName } }) => rows.evaluators.add({ programme: of, name: organisationName, effective_on: on }),
    RoundOpened(rows, event) {
      const { ref, on, data: { programme: of, name, budget, allocation: { minor }, terms, matchRule, scheme, opensOn, closesOn, clonedFrom } } = event;
      const stated = rulesOf(terms, matchRule);
      rows.rounds.put({
        reference: ref, programme: of, name, fund: budget.fund, financial_year: budget.financialYear, stage: 'open', opened_on: on, closed_on: null, allocation_minor: minor, returned_minor: 0,
        ...stated, terms_version: scheme ? 1 : 0, opens_on: opensOn ?? null, last_day: closesOn ?? null, capacity: scheme?.capacity?.most ?? null, cloned_from: clonedFrom ?? null, scoring_begun_on: null,
      });
      if (scheme) rows.round_rules.add({ round: ref, version: 1, ...stated, effective_on: on });
      if (scheme?.capacity) rows.round_room.add({ round: ref, capacity: scheme.capacity.most, effective_on: on });
      toFund(rows, budget, event, -minor);
    },
    RoundTermsRevised(rows, { ref, on, data: { version, scheme } }) {
      const stated = rulesOf(scheme.money, scheme.match);
      rows.rounds.patch({ reference: ref }, { ...stated, terms_version: version });
      rows.round_rules.add({ round: ref, version, ...stated, effective_on: on });
    },
    CapacityRaised(rows, { ref, on, data: { after } }) {
      rows.rounds.patch({ reference: ref }, { capacity: after });
      rows.round_room.add({ round: ref, capacity: after, effective_on: on });
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
    AwardApproved(rows, event) {
      for (const { line, ceiling } of event.data.otherLines ?? []) toFund(rows, line, event, -ceiling.minor);
    },
    TrancheConfirmed: (rows, event) => toFund(rows, event.data.line, event, -event.data.amount.minor),
    AgreementSigned: givenBack,
    OfferLapsed: givenBack,
    AwardWithdrawn: givenBack,
    AwardClosed: givenBack,
    PaymentCancelled(rows, event) {
      if (event.data.returnedTo === 'fund' || event.data.returnedTo === 'its-fund') toFund(rows, event.data.budget, event, event.data.amount.minor);
    },
  },
});
