import { sql } from 'kysely';
import type { LedgerRows } from '../standing.js';
import { enough, type Invariant } from './invariant.js';

/** Of each award, after each posting: how much of one sum is left under another. Below nil, the one has overtaken the other. */
function overtaken(db: LedgerRows, left: ReturnType<typeof sql<number>>) {
  const running = db
    .selectFrom('postings').select(['position', 'line', 'award', sql<number>`sum(${left}) over (partition by award order by position, line)`.as('left')])
    .where('ledger', '=', 'B').where('award', 'is not', null);
  return db.selectFrom(running.as('running')).select(['position', 'award', 'left']).where('left', '<', 0).orderBy('position').limit(enough).execute();
}

/** What holds of budgets, awards and payments. */
export const ofMoney: readonly Invariant[] = [
  {
    name: 'I7',
    sentence: 'The budget of each fund and year is the sum of the buckets that its money is in',
    async breaches(db) {
      const out = await db
        .selectFrom('postings').select(({ fn }) => ['fund', 'financial_year', fn.sum<number>('amount_minor').as('sum')]).where('ledger', '=', 'B')
        .groupBy(['fund', 'financial_year']).having(({ fn }) => fn.sum<number>('amount_minor'), '<>', 0).orderBy('fund').orderBy('financial_year').limit(enough).execute();
      return out.map(({ fund, financial_year: year, sum }) => ({ where: `fund ${fund} ${year}`, what: `its budget and its buckets differ by ${sum} pence` }));
    },
  },
  {
    name: 'I12',
    sentence: 'No award has more authorised and paid than was signed for',
    async breaches(db) {
      const out = await overtaken(db, sql<number>`case when account in ('B:Authorised', 'B:Spent') then amount_minor when account = 'B:Agreed' and code = 'signed' then -amount_minor else 0 end`);
      return out.map(({ position, award, left }) => ({ where: `event @${position}`, what: `${award} stood at ${-left} pence more than its agreement` }));
    },
  },
  {
    name: 'I13',
    sentence: 'No award is signed for more than was approved',
    async breaches(db) {
      const out = await overtaken(db, sql<number>`case when account = 'B:Agreed' and code = 'signed' then amount_minor when account = 'B:Approved' and code = 'approved' then -amount_minor else 0 end`);
      return out.map(({ position, award, left }) => ({ where: `event @${position}`, what: `${award} was signed for ${-left} pence more than its ceiling` }));
    },
  },
  {
    name: 'I14',
    sentence: 'Of each payment, no more is settled than was sent to the bank, no more sent than authorised, and each settles at most once',
    async breaches(db) {
      // Authorised, owed, in transit and paid are one sum on its way: overtaking would leave one of its accounts on the other side.
      const running = db
        .selectFrom('postings')
        .select(['position', 'account', 'origin', sql<number>`sum(amount_minor) over (partition by origin, account order by position, line)`.as('held')])
        .where('ledger', '=', 'F').where('origin', 'like', 'PY-%');
      const out = await db
        .selectFrom(running.as('running')).select(['position', 'account', 'origin', 'held'])
        .where((is) => is.or([is.and([is('account', '=', 'F:Expense:Grants'), is('held', '<', 0)]), is.and([is('account', '<>', 'F:Expense:Grants'), is('held', '>', 0)])]))
        .orderBy('position').limit(enough).execute();
      return out.map(({ position, account, origin, held }) => ({ where: `event @${position}`, what: `${origin} left ${account} at ${held} pence` }));
    },
  },
  {
    name: 'I16',
    sentence: 'What each award was paid by the budget is what the bank paid for it',
    async breaches(db) {
      const out = await db
        .selectFrom('postings').select(['award', sql<number>`sum(case account when 'B:Spent' then amount_minor else -amount_minor end)`.as('sum')]).where('account', 'in', ['B:Spent', 'F:Asset:Bank']).where('award', 'is not', null)
        .groupBy('award').having(sql<number>`sum(case account when 'B:Spent' then amount_minor else -amount_minor end)`, '<>', 0).orderBy('award').limit(enough).execute();
      return out.map(({ award, sum }) => ({ where: `award ${award}`, what: `its budget and the bank differ by ${-sum} pence` }));
    },
  },
  {
    name: 'B1',
    sentence: 'What is carried forward out of a year of a fund comes into a later year of the same fund',
    async breaches(db) {
      // Out of the earlier year is a credit and the authority of the later one a debit, so that both come to nil for the fund.
      const out = sql<string>`max(case account when 'B:CarriedOut' then financial_year end)`;
      const into = sql<string>`min(case account when 'B:Authority' then financial_year end)`;
      const sum = sql<number>`sum(amount_minor)`;
      const found = await db
        .selectFrom('postings').select(['position', 'fund', sum.as('sum'), out.as('out'), into.as('into')])
        .where('account', 'in', ['B:CarriedOut', 'B:Authority']).where('code', '=', 'carried-forward')
        .groupBy(['position', 'fund']).having(sql<boolean>`${sum} <> 0 or ${out} is null or ${into} is null or ${out} >= ${into}`)
        .orderBy('position').limit(enough).execute();
      return found.map(({ position, fund, sum: pence, out: from, into: to }) => ({
        where: `event @${position}`, what: `of ${fund}, ${from ?? 'nothing'} was carried into ${to ?? 'nothing'}, and the two differ by ${pence} pence`,
      }));
    },
  },
];
