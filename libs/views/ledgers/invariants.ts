import type { Known } from '../question-on.js';
import { accountCodes, chart, type AccountCode } from './chart.js';
import type { ledger } from './ledger.js';

type Db = Known<readonly [typeof ledger]>;

/** Where a law of the ledger does not hold, and by how much. */
export interface Breach {
  readonly where: string;
  readonly what: string;
}

/** A law of the ledger: its name in the design, its sentence, and a look through every posting that was known. */
export interface Invariant {
  readonly name: string;
  readonly sentence: string;
  breaches(db: Db): Promise<readonly Breach[]>;
}

const enough = 20;
const crossable = (normal: 'debit' | 'credit'): AccountCode[] => accountCodes.filter((code) => chart[code].mayNotCrossZero && chart[code].normal === normal);

export const invariants: readonly Invariant[] = [
  {
    name: 'I1',
    sentence: 'The postings of each event sum to nil in each sub-ledger',
    async breaches(db) {
      const out = await db
        .selectFrom('postings').select(({ fn }) => ['position', 'ledger', fn.sum<number>('amount_minor').as('sum')])
        .groupBy(['position', 'ledger']).having(({ fn }) => fn.sum<number>('amount_minor'), '<>', 0).orderBy('position').limit(enough).execute();
      return out.map(({ position, ledger: code, sum }) => ({ where: `event @${position}`, what: `its postings to ${code} are out by ${sum} pence` }));
    },
  },
  {
    name: 'I2',
    sentence: 'The running balance of each account is the sum of its postings',
    async breaches(db) {
      const sums = await db.selectFrom('postings').select(({ fn }) => ['account', fn.sum<number>('amount_minor').as('sum')]).groupBy('account').execute();
      const found: Breach[] = [];
      for (const { account, sum } of sums) {
        const last = await db.selectFrom('account_lines').select('balance').where('account', '=', account).where('about', '=', '').orderBy('position', 'desc').orderBy('line', 'desc').limit(1).executeTakeFirst();
        if (last?.balance !== sum) found.push({ where: `account ${account}`, what: `runs to ${String(last?.balance)} pence, and its postings sum to ${sum}` });
      }
      return found;
    },
  },
  {
    name: 'I3',
    sentence: 'No account that may not cross zero lies on its other side after any posting',
    async breaches(db) {
      const out = await db
        .selectFrom('postings').select(['position', 'path', 'balance'])
        .where((is) => is.or([is.and([is('account', 'in', crossable('credit')), is('balance', '>', 0)]), is.and([is('account', 'in', crossable('debit')), is('balance', '<', 0)])]))
        .orderBy('position').limit(enough).execute();
      return out.map(({ position, path, balance }) => ({ where: `event @${position}`, what: `${path} crossed zero and stood at ${balance} pence` }));
    },
  },
  {
    name: 'I7',
    sentence: 'The budget of each fund and year is the sum of the buckets that its money is in',
    async breaches(db) {
      const out = await db
        .selectFrom('postings').select(({ fn }) => ['fund', 'financial_year', fn.sum<number>('amount_minor').as('sum')]).where('ledger', '=', 'B')
        .groupBy(['fund', 'financial_year']).having(({ fn }) => fn.sum<number>('amount_minor'), '<>', 0).limit(enough).execute();
      return out.map(({ fund, financial_year: year, sum }) => ({ where: `fund ${fund} ${year}`, what: `its budget and its buckets differ by ${sum} pence` }));
    },
  },
  {
    name: 'I19',
    sentence: 'What each award must match is the sum of what is missing, met and no longer required',
    async breaches(db) {
      const demand: AccountCode[] = ['M:Requirement', 'M:Unmet', 'M:Met', 'M:Released'];
      const out = await db
        .selectFrom('postings').select(({ fn }) => ['award', fn.sum<number>('amount_minor').as('sum')]).where('account', 'in', demand)
        .groupBy('award').having(({ fn }) => fn.sum<number>('amount_minor'), '<>', 0).limit(enough).execute();
      return out.map(({ award, sum }) => ({ where: `award ${award}`, what: `its match requirement and what became of it differ by ${sum} pence` }));
    },
  },
];
