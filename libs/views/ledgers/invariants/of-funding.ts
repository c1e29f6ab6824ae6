import { sql } from 'kysely';
import type { LedgerRows } from '../standing.js';
import { enough, type Breach, type Invariant } from './invariant.js';

/** Of each funding, what a weighted sum of its postings comes to where that is not nil. */
async function outOfLine(db: LedgerRows, sum: ReturnType<typeof sql<number>>, say: (pence: number) => string): Promise<readonly Breach[]> {
  const out = await db
    .selectFrom('postings').select(['subject', sql<number>`sum(${sum})`.as('sum')]).where('subject', 'like', 'FN-%')
    .groupBy('subject').having(sql<number>`sum(${sum})`, '<>', 0).orderBy('subject').limit(enough).execute();
  return out.map(({ subject, sum: pence }) => ({ where: `funding ${subject}`, what: say(pence) }));
}

/** What holds of money of outside funders; U1 to U3 are our own. */
export const ofFunding: readonly Invariant[] = [
  {
    name: 'U1',
    sentence: 'What each outside funder offered is the sum of what is not claimed, claimed and received',
    breaches: (db) => outOfLine(db, sql<number>`case ledger when 'U' then amount_minor else 0 end`, (pence) => `what was offered and what became of it differ by ${pence} pence`),
  },
  {
    name: 'U2',
    sentence: 'What each outside funder owes us is what was claimed of it and has not come',
    breaches: (db) => outOfLine(db, sql<number>`case when account in ('U:Claimed', 'F:Asset:Claims') then amount_minor else 0 end`, (pence) => `the claims and what they are booked as owed differ by ${pence} pence`),
  },
  {
    name: 'U3',
    sentence: 'No more was claimed back of an outside funder than was spent on its account',
    async breaches(db) {
      const running = db
        .selectFrom('postings').select(['position', 'subject', sql<number>`sum(amount_minor) over (partition by subject order by position, line)`.as('left')])
        .where('account', 'in', ['F:Expense:Reimbursable', 'F:Income:Reimbursed']);
      const out = await db.selectFrom(running.as('running')).select(['position', 'subject', 'left']).where('left', '<', 0).orderBy('position').limit(enough).execute();
      return out.map(({ position, subject, left }) => ({ where: `event @${position}`, what: `${subject} had ${-left} pence more claimed back than was spent` }));
    },
  },
];
