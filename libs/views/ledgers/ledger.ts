import { entries, versions, view, type Happened, type RowsOf } from '#kernel';
import { award } from '#domain/awards';
import { match } from '#domain/match-funding';
import { payment } from '#domain/payments';
import { fund, round } from '#domain/programmes';
import { ledgerOf } from './chart.js';
import { balanced, type Transaction } from './posting.js';
import * as budget from './postings/budget.js';
import * as matched from './postings/match.js';

const tables = {
  /** The journal: every line once, `entry` counting those of its event. The balance is that of the account's full path. */
  postings: entries({
    columns: {
      entry: 'integer', ledger: 'text', account: 'text', path: 'text', subject: 'text',
      award: 'text?', fund: 'text?', financial_year: 'text?', round: 'text?', source: 'text?',
      amount_minor: 'integer', code: 'text', effective_on: 'text', recorded_at: 'text',
    },
    balance: { column: 'balance', of: 'amount_minor', per: ['path'] },
  }),
  /** The same lines by account, once as a whole (`about` empty) and once by fund, round or award: no question adds up history. */
  account_lines: entries({
    columns: { account: 'text', about: 'text', entry: 'integer', amount_minor: 'integer' },
    balance: { column: 'balance', of: 'amount_minor', per: ['account', 'about'] },
  }),
  /** Rounds and awards, and which programme and round each belongs to. */
  subjects: versions({
    columns: { subject: 'text', programme: 'text', round: 'text' },
    key: ['subject'],
    indexes: [['programme', 'subject'], ['round', 'subject']],
  }),
};
type Rows = RowsOf<typeof tables>;

/** Enters what an event posts, if it balances; otherwise it throws and the view stops there. */
function enter(rows: Rows, { on, recordedAt }: Happened, transaction: Transaction): void {
  balanced(transaction).forEach(({ place, amountMinor, code }, i) => {
    const { account, path, subject, award: of = null, fund: from = null, financialYear = null, round: within = null, source = null } = place;
    const line = { entry: i + 1, amount_minor: amountMinor };
    rows.postings.add({ ...line, ledger: ledgerOf(account), account, path, subject, award: of, fund: from, financial_year: financialYear, round: within, source, code, effective_on: on, recorded_at: recordedAt });
    for (const about of ['', subject]) rows.account_lines.add({ ...line, account, about });
  });
}

type Rule<Data> = (event: Happened<Data>) => Transaction;
const post =
  <Data>(...rules: readonly Rule<Data>[]) =>
  (rows: Rows, event: Happened<Data>): void =>
    enter(rows, event, rules.flatMap((rule) => rule(event)));

/** Budget and match: two sub-ledgers, each balanced within itself, made from nothing but events. */
export const ledger = view('ledger', {
  version: 1,
  tables,
  from: [fund, round, award, match, payment],
  on: {
    BudgetSet: post(budget.BudgetSet),
    BudgetReduced: post(budget.BudgetReduced),
    RoundOpened(rows, event) {
      const { ref, data } = event;
      rows.subjects.put({ subject: ref, programme: data.programme, round: ref });
      enter(rows, event, budget.RoundOpened(event));
    },
    RoundClosed: post(budget.RoundClosed),
    AwardRecommended: (rows, { ref, data }) => rows.subjects.put({ subject: ref, programme: data.programme, round: data.budget.round }),
    AwardApproved: post(budget.AwardApproved),
    AgreementSigned: post(budget.AgreementSigned, matched.AgreementSigned),
    OfferLapsed: post(budget.OfferLapsed),
    AwardWithdrawn: post(budget.AwardWithdrawn),
    AwardClosed: post(budget.AwardClosed),
    PaymentAuthorised: post(budget.PaymentAuthorised),
    PaymentSettled: post(budget.PaymentSettled),
    PaymentReturned: post(budget.PaymentReturned),
    PaymentCancelled: post(budget.PaymentCancelled),
    MatchPledged: post(matched.MatchPledged),
    PledgeWithdrawn: post(matched.PledgeWithdrawn),
    MatchEvidenced: post(matched.MatchEvidenced),
    MatchVerified: post(matched.MatchVerified),
    MatchReleased: post(matched.MatchReleased),
  },
});
