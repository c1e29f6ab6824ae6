import { enough, type Invariant } from './invariant.js';

/** What holds of days of help, which are not money. */
export const ofDays: readonly Invariant[] = [
  {
    name: 'D1',
    sentence: 'The days that each award was given are the sum of those left and those worked',
    async breaches(db) {
      const out = await db
        .selectFrom('postings').select(({ fn }) => ['award', fn.sum<number>('amount_minor').as('sum')]).where('ledger', '=', 'D')
        .groupBy('award').having(({ fn }) => fn.sum<number>('amount_minor'), '<>', 0).orderBy('award').limit(enough).execute();
      return out.map(({ award, sum }) => ({ where: `award ${award}`, what: `its days and what became of them differ by ${sum} hundredths` }));
    },
  },
];
