import { accountCodes, chart, type AccountCode } from '../chart.js';
import { standingOf } from '../standing.js';
import { enough, type Breach, type Invariant } from './invariant.js';

const crossable = (normal: 'debit' | 'credit'): AccountCode[] => accountCodes.filter((code) => chart[code].mayNotCrossZero && chart[code].normal === normal);

/** What holds of every posting, whatever it is about. */
export const ofPostings: readonly Invariant[] = [
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
    sentence: 'The running balance of each account is the sum of its postings, and the accounts of a sub-ledger come to nil',
    async breaches(db) {
      const sums = await db.selectFrom('postings').select(({ fn }) => ['ledger', 'account', fn.sum<number>('amount_minor').as('sum')]).groupBy(['ledger', 'account']).orderBy('ledger').orderBy('account').execute();
      const found: Breach[] = [];
      const running = new Map<string, number>();
      for (const { ledger, account, sum } of sums) {
        const { balanceMinor } = await standingOf(db, { account, about: '' }, undefined);
        running.set(ledger, (running.get(ledger) ?? 0) + balanceMinor);
        if (balanceMinor !== sum) found.push({ where: `account ${account}`, what: `runs to ${balanceMinor} pence, and its postings sum to ${sum}` });
      }
      for (const [ledger, sum] of running) if (sum !== 0) found.push({ where: `ledger ${ledger}`, what: `its accounts come to ${sum} pence` });
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
    name: 'I4',
    sentence: 'Every posting is a whole number of pence other than nil that can be kept exactly',
    async breaches(db) {
      const out = await db
        .selectFrom('postings').select(['position', 'path', 'amount_minor'])
        .where((is) => is.or([is('amount_minor', '=', 0), is('amount_minor', '>', Number.MAX_SAFE_INTEGER), is('amount_minor', '<', -Number.MAX_SAFE_INTEGER)]))
        .orderBy('position').limit(enough).execute();
      return out.map(({ position, path, amount_minor: amount }) => ({ where: `event @${position}`, what: `posts ${amount} pence to ${path}` }));
    },
  },
];
