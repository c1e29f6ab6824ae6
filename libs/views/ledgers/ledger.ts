import { entries, viewOfAll, type Happened, type RowsOf } from '#kernel';
import { awardPostings } from './postings/awards.js';
import { budgetPostings } from './postings/budget.js';
import { matchPostings } from './postings/match.js';
import { paymentPostings } from './postings/payments.js';
import { ledgerOf } from './chart.js';
import { keysOf, mustBalance, pathOf, type Posting } from './posting.js';

const tables = {
  /** Every posting once, as it was made. */
  journal: entries({
    columns: {
      account: 'text', path: 'text', ledger: 'text', unit: 'text', amount_minor: 'integer', code: 'text', type: 'text',
      fund: 'text?', financial_year: 'text?', round: 'text?', award: 'text?', source: 'text?', effective_on: 'text', recorded_at: 'text',
    },
  }),
  /** The same under everything that it is about, with the balance that it leaves there; '' is the account as a whole. */
  lines: entries({
    columns: { account: 'text', about: 'text', path: 'text', amount_minor: 'integer', code: 'text', award: 'text?', effective_on: 'text', recorded_at: 'text' },
    balance: { column: 'balance', of: 'amount_minor', per: ['account', 'about'] },
  }),
};

type Rules = Readonly<Record<string, (event: Happened<never>) => readonly Posting[]>>;
const rules: Rules = { ...budgetPostings, ...awardPostings, ...paymentPostings, ...matchPostings } as Rules;

/** Events that move money or match. */
export const postingTypes = Object.keys(rules);

/** The postings of an event, balanced. Throws when its rule does not balance. */
export function postingsOf(event: Happened): readonly Posting[] {
  const postings = Object.hasOwn(rules, event.type) ? (rules[event.type]?.(event as Happened<never>) ?? []) : [];
  mustBalance(postings, `${event.type} @${event.position}`);
  return postings;
}

function post(rows: RowsOf<typeof tables>, event: Happened): void {
  const { type, on, recordedAt } = event;
  for (const posting of postingsOf(event)) {
    const { account, amount, code, about } = posting;
    const { fund = null, financialYear = null, round = null, award = null, source = null } = about;
    const path = pathOf(posting);
    rows.journal.add({
      account, path, ledger: ledgerOf(account), unit: 'GBP', amount_minor: amount, code, type,
      fund, financial_year: financialYear, round, award, source, effective_on: on, recorded_at: recordedAt,
    });
    for (const key of keysOf(posting)) rows.lines.add({ account, about: key, path, amount_minor: amount, code, award, effective_on: on, recorded_at: recordedAt });
  }
}

/** The ledger of budgets and match, derived from events alone: one rule for each event that moves anything. */
export const ledger = viewOfAll('ledger', { version: 1, tables, every: post });
