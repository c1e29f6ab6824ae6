import { sql } from 'kysely';
import type { AccountCode } from '../chart.js';
import { enough, type Invariant } from './invariant.js';

const demand: AccountCode[] = ['M:Requirement', 'M:Unmet', 'M:Met', 'M:Released'];

/** What holds of match and of savings, which are not money of ours. */
export const ofPromises: readonly Invariant[] = [
  {
    name: 'I18',
    sentence: 'What each source of match promised is the sum of what is pledged, shown and verified',
    async breaches(db) {
      const out = await db
        .selectFrom('postings').select(({ fn }) => ['award', 'source', fn.sum<number>('amount_minor').as('sum')]).where('ledger', '=', 'M').where('source', 'is not', null)
        .groupBy(['award', 'source']).having(({ fn }) => fn.sum<number>('amount_minor'), '<>', 0).orderBy('award').orderBy('source').limit(enough).execute();
      return out.map(({ award, source, sum }) => ({ where: `award ${award}`, what: `what ${source} promised and what became of it differ by ${sum} pence` }));
    },
  },
  {
    name: 'I19',
    sentence: 'What each award must match is the sum of what is missing, met and no longer required',
    async breaches(db) {
      const out = await db
        .selectFrom('postings').select(({ fn }) => ['award', fn.sum<number>('amount_minor').as('sum')]).where('account', 'in', demand)
        .groupBy('award').having(({ fn }) => fn.sum<number>('amount_minor'), '<>', 0).orderBy('award').limit(enough).execute();
      return out.map(({ award, sum }) => ({ where: `award ${award}`, what: `its match requirement and what became of it differ by ${sum} pence` }));
    },
  },
  {
    name: 'S1',
    sentence: 'Savings reported for a year are the sum of those forecast, claimed, validated and not accepted; those for a lifetime stand apart',
    async breaches(db) {
      const isLifetime = sql<number>`account in ('S:Lifetime', 'S:LifetimeMemo')`;
      const out = await db
        .selectFrom('postings').select(({ fn }) => ['subject', 'kind', 'financial_year', fn.sum<number>('amount_minor').as('sum')]).where('ledger', '=', 'S')
        .groupBy(['subject', 'kind', 'financial_year', isLifetime]).having(({ fn }) => fn.sum<number>('amount_minor'), '<>', 0).orderBy('subject').orderBy('kind').orderBy('financial_year').limit(enough).execute();
      return out.map(({ subject, kind, financial_year: year, sum }) => ({ where: `${kind} of ${subject}, ${year ?? 'lifetime'}`, what: `what was reported and what became of it differ by ${sum} pence` }));
    },
  },
];
