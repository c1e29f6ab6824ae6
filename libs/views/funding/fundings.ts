import { entries, versions, view, type Happened, type RowsOf } from '#kernel';
import { claim, costs, funding } from '#domain/funding';

const tables = {
  fundings: versions({
    columns: {
      reference: 'text', programme: 'text', funder: 'text', funder_name: 'text', qualifier: 'text', from_on: 'text', held_by: 'text', purpose: 'text', unspent_of: 'text?', offered_on: 'text',
    },
    key: ['reference'],
    indexes: [['programme', 'reference']],
  }),
  /** What a funding comes to and until when, as it was offered and then varied: the newest stands. Pence. */
  funding_amounts: entries({ columns: { funding: 'text', programme: 'text', amount_minor: 'integer', until_on: 'text', reason: 'text?', effective_on: 'text' }, indexes: [['funding']] }),
  /** The use that money was given, and in which programme. */
  funding_uses: entries({
    columns: { funding: 'text', programme: 'text', amount_minor: 'integer', qualifier: 'text', what: 'text', effective_on: 'text' },
    indexes: [['funding'], ['programme']],
  }),
  contractors: entries({
    columns: { funding: 'text', programme: 'text', organisation: 'text', name: 'text', from_on: 'text', until_on: 'text', what: 'text', months: 'integer', agreed_months: 'integer?', effective_on: 'text' },
    indexes: [['funding']],
  }),
  cost_bearers: entries({ columns: { programme: 'text', organisation: 'text', name: 'text', what: 'text', effective_on: 'text' }, indexes: [['programme']] }),
  expenses: entries({ columns: { funding: 'text', programme: 'text', amount_minor: 'integer', what: 'text', document: 'text', effective_on: 'text' }, indexes: [['funding']] }),
  /** Claims as they were made and answered: the newest of a claim stands. `note`: the document, the bank's reference or the reason. */
  claim_steps: entries({
    columns: { claim: 'text', funding: 'text', programme: 'text', funder_name: 'text', step: 'text', amount_minor: 'integer', note: 'text', effective_on: 'text' },
    indexes: [['funding'], ['programme']],
  }),
};
type Rows = RowsOf<typeof tables>;

type OfClaim = Happened<{ readonly funding: string; readonly programme: string; readonly funderName: string; readonly amount: { readonly minor: number } }>;
const stepOf = (rows: Rows, { ref, on, data: { funding: of, programme, funderName, amount } }: OfClaim, step: string, note: string): void =>
  rows.claim_steps.add({ claim: ref, funding: of, programme, funder_name: funderName, step, amount_minor: amount.minor, note, effective_on: on });

/** Money of outside funders: offered, varied, given a use, spent on their account and claimed back; and who bears costs in our place. */
export const fundings = view('fundings', {
  version: 1,
  tables,
  from: [funding, claim, costs],
  on: {
    FundingOffered(rows, { ref, on, data: { programme, funder, funderName, amount, qualifier, from, until, heldBy, purpose, unspentOf = null } }) {
      rows.fundings.put({ reference: ref, programme, funder, funder_name: funderName, qualifier, from_on: from, held_by: heldBy, purpose, unspent_of: unspentOf, offered_on: on });
      rows.funding_amounts.add({ funding: ref, programme, amount_minor: amount.minor, until_on: until, reason: null, effective_on: on });
    },
    FundingVaried: (rows, { ref, on, data: { programme, amount, until, reason } }) =>
      rows.funding_amounts.add({ funding: ref, programme, amount_minor: amount.minor, until_on: until, reason, effective_on: on }),
    FundingAssigned: (rows, { ref, on, data: { to, amount, qualifier, what } }) =>
      rows.funding_uses.add({ funding: ref, programme: to, amount_minor: amount.minor, qualifier, what, effective_on: on }),
    ContractorAppointed: (rows, { ref, on, data: { programme, organisation, organisationName, from, until, what, months, agreedMonths = null } }) =>
      rows.contractors.add({ funding: ref, programme, organisation, name: organisationName, from_on: from, until_on: until, what, months, agreed_months: agreedMonths, effective_on: on }),
    CostBearerRecorded: (rows, { on, data: { programme, organisation, organisationName, what } }) =>
      rows.cost_bearers.add({ programme, organisation, name: organisationName, what, effective_on: on }),
    ExpenseIncurred: (rows, { ref, on, data: { programme, amount, what, document } }) =>
      rows.expenses.add({ funding: ref, programme, amount_minor: amount.minor, what, document, effective_on: on }),
    ExpenseClaimed: (rows, event) => stepOf(rows, event, 'claimed', event.data.document),
    ExpenseReimbursed: (rows, event) => stepOf(rows, event, 'reimbursed', event.data.bankReference),
    ExpenseRejected: (rows, event) => stepOf(rows, event, 'rejected', event.data.reason),
  },
});
