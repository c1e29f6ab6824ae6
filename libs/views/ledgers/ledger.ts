import { entries, versions, view, type Happened, type RowsOf } from '#kernel';
import { award } from '#domain/awards';
import { claim, funding } from '#domain/funding';
import { match } from '#domain/match-funding';
import { payment } from '#domain/payments';
import { fund, round } from '#domain/programmes';
import { saving } from '#domain/savings';
import { daysLog } from '#domain/support';
import { ledgerOf } from './chart.js';
import { isOffDay, spansOf } from '../days.js';
import { balanced, type Transaction } from './posting.js';
import * as budget from './postings/budget.js';
import * as days from './postings/days.js';
import * as finance from './postings/finance.js';
import * as funded from './postings/funding.js';
import * as matched from './postings/match.js';
import * as saved from './postings/savings.js';
import * as tranches from './postings/tranches.js';
import * as virement from './postings/virement.js';

const tables = {
  /** The journal: every line once, `entry` counting those of its event, `origin` whose event it is. The balance is that of the account's full path. */
  postings: entries({
    columns: {
      entry: 'integer', ledger: 'text', account: 'text', path: 'text', subject: 'text', origin: 'text',
      award: 'text?', fund: 'text?', financial_year: 'text?', round: 'text?', source: 'text?', kind: 'text?', part: 'integer?',
      amount_minor: 'integer', code: 'text', effective_on: 'text', recorded_at: 'text',
    },
    balance: { column: 'balance', of: 'amount_minor', per: ['path'] },
  }),
  /** The same lines by account, once as a whole (`about` empty) and once by fund, round or award: no question adds up history. */
  account_lines: entries({
    columns: { account: 'text', about: 'text', entry: 'integer', amount_minor: 'integer' },
    balance: { column: 'balance', of: 'amount_minor', per: ['account', 'about'] },
  }),
  /**
   * Lines that take effect on another day than that of their recording, by account as a whole, by what they are about and
   * by full path, once for each span of days: what was so on a day is found by a few look-ups, however long the log.
   */
  off_day_lines: entries({
    columns: { account: 'text', about: 'text', span: 'text', entry: 'integer', amount_minor: 'integer' },
    balance: { column: 'balance', of: 'amount_minor', per: ['account', 'about', 'span'] },
  }),
  /** Rounds, awards and outside funding, and which programme and round each belongs to. */
  subjects: versions({
    columns: { subject: 'text', programme: 'text', round: 'text' },
    key: ['subject'],
    indexes: [['programme', 'subject'], ['round', 'subject']],
  }),
};
type Rows = RowsOf<typeof tables>;

/** Enters what an event posts, if it balances; otherwise it throws and the view stops there. */
function enter(rows: Rows, event: Happened, transaction: Transaction): void {
  const { on, recordedAt, ref } = event;
  const spans = transaction.length > 0 && isOffDay(event) ? spansOf(on) : [];
  balanced(transaction).forEach(({ place, amountMinor, code }, i) => {
    const { account, path, subject, award: of = null, fund: from = null, financialYear = null, round: within = null, source = null, kind = null, part = null } = place;
    const line = { entry: i + 1, amount_minor: amountMinor };
    const dimensions = { award: of, fund: from, financial_year: financialYear, round: within, source, kind, part };
    rows.postings.add({ ...line, ...dimensions, ledger: ledgerOf(account), account, path, subject, origin: ref, code, effective_on: on, recorded_at: recordedAt });
    for (const about of ['', subject]) rows.account_lines.add({ ...line, account, about });
    if (spans.length === 0) return;
    const holders = [{ account, about: '' }, { account, about: subject }, ...(path === account ? [] : [{ account: path, about: '' }])];
    for (const holder of holders) for (const span of spans) rows.off_day_lines.add({ ...line, ...holder, span });
  });
}

type Rule<Data> = (event: Happened<Data>) => Transaction;
const post =
  <Data>(...rules: readonly Rule<Data>[]) =>
  (rows: Rows, event: Happened<Data>): void =>
    enter(rows, event, rules.flatMap((rule) => rule(event)));

/** Budget, finance, match, savings, days and what others pay: sub-ledgers, each balanced within itself, made from nothing but events. */
export const ledger = view('ledger', {
  version: 3,
  tables,
  from: [fund, round, award, match, payment, saving, daysLog, funding, claim],
  on: {
    BudgetSet: post(budget.BudgetSet),
    BudgetReduced: post(budget.BudgetReduced),
    BudgetVired: post(virement.BudgetVired),
    RoundOpened(rows, event) {
      const { ref, data } = event;
      rows.subjects.put({ subject: ref, programme: data.programme, round: ref });
      enter(rows, event, budget.RoundOpened(event));
    },
    RoundClosed: post(budget.RoundClosed),
    AwardRecommended: (rows, { ref, data }) => rows.subjects.put({ subject: ref, programme: data.programme, round: data.budget.round }),
    AwardApproved: post(budget.AwardApproved, days.AwardApproved),
    AgreementSigned: post(budget.AgreementSigned, matched.AgreementSigned),
    OfferLapsed: post(budget.OfferLapsed, days.OfferLapsed),
    AwardWithdrawn: post(budget.AwardWithdrawn, days.AwardWithdrawn),
    AwardClosed: post(budget.AwardClosed, days.AwardClosed),
    TrancheNamed: post(tranches.TrancheNamed),
    TrancheConfirmed: post(tranches.TrancheConfirmed),
    TrancheDeclined: post(tranches.TrancheDeclined),
    TrancheLapsed: post(tranches.TrancheLapsed),
    CarriedForward: post(tranches.CarriedForward),
    DaysLogged: post(days.DaysLogged),
    DaysCorrected: post(days.DaysCorrected),
    DaysReleased: post(days.DaysReleased),
    PaymentAuthorised: post(budget.PaymentAuthorised, finance.PaymentAuthorised),
    PaymentReleased: post(finance.PaymentReleased),
    PaymentFailed: post(finance.PaymentFailed),
    PaymentSettled: post(budget.PaymentSettled, finance.PaymentSettled),
    PaymentReturned: post(budget.PaymentReturned, finance.PaymentReturned),
    PaymentCancelled: post(budget.PaymentCancelled, finance.PaymentCancelled),
    SettlementCorrected: post(budget.SettlementCorrected, finance.SettlementCorrected),
    MatchPledged: post(matched.MatchPledged),
    PledgeWithdrawn: post(matched.PledgeWithdrawn),
    MatchEvidenced: post(matched.MatchEvidenced),
    MatchVerified: post(matched.MatchVerified),
    VerificationRevoked: post(matched.VerificationRevoked),
    MatchReleased: post(matched.MatchReleased),
    SavingForecast: post(saved.SavingForecast),
    ForecastRevised: post(saved.ForecastRevised),
    SavingClaimed: post(saved.SavingClaimed),
    SavingValidated: post(saved.SavingValidated),
    ClaimWithdrawn: post(saved.ClaimWithdrawn),
    FundingOffered(rows, event) {
      // In no round: it is found with the rest of its programme.
      rows.subjects.put({ subject: event.ref, programme: event.data.programme, round: '' });
      enter(rows, event, funded.FundingOffered(event));
    },
    FundingVaried: post(funded.FundingVaried),
    ExpenseIncurred: post(funded.ExpenseIncurred),
    ExpenseClaimed: post(funded.ExpenseClaimed),
    ExpenseReimbursed: post(funded.ExpenseReimbursed),
    ExpenseRejected: post(funded.ExpenseRejected),
  },
});
