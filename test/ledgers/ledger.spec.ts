import Database from 'better-sqlite3';
import fc from 'fast-check';
import { account, entriesOfEvent, examineLedger, ledgerBuckets, ledgerViews, trialBalance, type Balance } from '#views/ledgers';
import type { EventStore } from '#platform/event-store';
import type { AnyQuestion, ViewStore, ViewStoreOptions } from '#platform/view-store';
import { OpenedViews } from '../../libs/platform/view-store/testing/opened-views.js';
import { bucketsOfLimits } from '../contracts/domain/tie.js';
import { aFullLife, file, goOn } from './lived.js';
import { naiveBalances } from './naive-model.js';

async function asked<Answer>(views: ViewStore, question: AnyQuestion<object, Answer>, input: object = {}, knownAt?: number): Promise<Answer> {
  const came = await views.ask(question, input, knownAt === undefined ? {} : { knownAt });
  if (came.outcome === 'invalid') throw new Error(JSON.stringify(came.problems));
  return came.answer;
}
const breaches = async (views: ViewStore): Promise<readonly string[]> => (await asked(views, examineLedger)).flatMap(({ name, breaches: found }) => found.map(({ where, what }) => `${name} ${where}: ${what}`));
const sums = (balances: readonly Balance[]): readonly number[] => balances.map(({ accounts }) => accounts.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0));

/** The log as it was when it ended at a position. */
const stoppedAt = (store: EventStore, position: number): ViewStoreOptions['store'] => ({
  head: async () => ({ ...(await store.head()), position }),
  subscribe: (range) => store.subscribe(range),
  readAll: async ({ after, limit }) => {
    const { events, ...rest } = await store.readAll({ after, limit });
    const kept = events.filter((event) => event.position <= position);
    return { ...rest, events: kept, next: Math.min(rest.next, position), caughtUp: rest.caughtUp || kept.length < events.length };
  },
});

describe('The ledger of a full life', () => {
  let opened: OpenedViews;
  let store: EventStore;
  beforeEach(() => {
    opened = new OpenedViews();
    store = opened.log();
  });
  afterEach(() => opened.close());

  test('comes to what plain sums over its events come to, in every account', async () => {
    const office = await aFullLife();
    await file(store, office);
    const views = await opened.started({ store, views: ledgerViews });
    const held = (await asked(views, trialBalance)).flatMap(({ accounts }) => accounts).filter(({ balanceMinor }) => balanceMinor !== 0);
    expect(Object.fromEntries(held.map(({ account: code, balanceMinor }) => [code, balanceMinor]))).toEqual(naiveBalances(office.log));
    expect((await views.status()).views).toMatchObject([{ behind: 0, absences: 0 }]);
  });

  test('comes to what one award was given, paid and left, in pence', async () => {
    await file(store, await aFullLife());
    const views = await opened.started({ store, views: ledgerViews });
    const held = async (code: string): Promise<number | undefined> => (await asked(views, account, { account: code, about: 'AW-2012-001' }))?.balanceMinor;
    const codes = ['B:Agreed', 'B:Authorised', 'B:Spent', 'F:Asset:Bank', 'F:Expense:Grants', 'F:Liability:GrantsPayable', 'M:Requirement', 'M:Unmet', 'M:Met', 'M:Pledged', 'M:Verified', 'S:Memo', 'S:Forecast', 'S:Validated', 'S:Rejected'];
    expect(Object.fromEntries(await Promise.all(codes.map(async (code) => [code, await held(code)])))).toEqual({
      'B:Agreed': 0, 'B:Authorised': 0, 'B:Spent': -100, 'F:Asset:Bank': -100, 'F:Expense:Grants': 100, 'F:Liability:GrantsPayable': 0,
      'M:Requirement': 500_000, 'M:Unmet': 0, 'M:Met': -500_000, 'M:Pledged': 0, 'M:Verified': -500_000,
      'S:Memo': 6_000_000, 'S:Forecast': 0, 'S:Validated': -1_000_000, 'S:Rejected': -5_000_000,
    });
  });

  test('shows the entries of an account newest first, each with the balance after it, about one award or about its programme', async () => {
    await file(store, await aFullLife());
    const views = await opened.started({ store, views: ledgerViews });
    const ofAward = await asked(views, account, { account: 'B:Agreed', about: 'AW-2012-001' });
    expect(ofAward).toMatchObject({ name: 'Agreed, not drawn', balanceMinor: 0, total: 5 });
    expect(ofAward?.rows.map(({ code, amountMinor, balanceMinor }) => [code, amountMinor, balanceMinor])).toEqual([
      ['closed', 499_900, 0],
      ['payment-authorised', 100, -499_900],
      ['payment-cancelled', -500_000, -500_000],
      ['payment-authorised', 500_000, 0],
      ['signed', -500_000, -500_000],
    ]);
    const whole = await asked(views, account, { account: 'B:Approved' });
    const ofProgramme = await asked(views, account, { account: 'B:Approved', about: 'FUTURE' });
    expect(ofProgramme?.total).toBe(6);
    expect(whole?.total).toBeGreaterThan(6);
    const pages = await Promise.all([1, 2, 3, 4].map((page) => asked(views, account, { account: 'B:Approved', about: 'FUTURE', page, size: 2 })));
    expect(pages.flatMap((page) => page?.rows)).toEqual(ofProgramme?.rows);
    const path = ofAward?.rows[0]?.account;
    expect(path).toBe('B:Agreed:AW-2012-001:FY1213');
    expect(await asked(views, account, { account: path })).toMatchObject({ name: 'Agreed, not drawn, AW-2012-001 FY1213', rows: ofAward?.rows });
    expect(await asked(views, account, { account: 'B:Nothing' })).toBeUndefined();
    expect(await asked(views, account, { account: 'B:Agreed:AW-2012-099:FY1213' })).toBeUndefined();
    expect(await asked(views, account, { account: 'B:Agreed', about: 'AW-2012-099' })).toMatchObject({ rows: [], total: 0, balanceMinor: 0 });
  });

  test('leads from an entry to its event and back', async () => {
    await file(store, await aFullLife());
    const views = await opened.started({ store, views: ledgerViews });
    const paid = (await asked(views, account, { account: 'B:Spent', about: 'AW-2012-001' }))?.rows[0];
    expect(await asked(views, entriesOfEvent, { event: paid?.position })).toMatchObject([
      { account: 'B:Authorised:AW-2012-001:FY1213', amountMinor: 100, balanceMinor: 0, about: 'Payment settled: AW-2012-001' },
      { account: 'B:Spent:AW-2012-001:FY1213', amountMinor: -100, balanceMinor: -100 },
      { account: 'F:Clearing:PaymentsInTransit:AW-2012-001', amountMinor: 100, balanceMinor: 0 },
      { account: 'F:Asset:Bank', accountName: 'Paid through the bank', amountMinor: -100, balanceMinor: -100 },
    ]);
    expect(await asked(views, entriesOfEvent, { event: 1 })).toEqual([]);
  });

  test('as known at any earlier event is what a ledger stopped there would have said', async () => {
    const head = await file(store, await aFullLife());
    const views = await opened.started({ store, views: ledgerViews });
    const everything: [AnyQuestion, object][] = [[trialBalance, {}], [examineLedger, {}], [ledgerBuckets, {}]];
    for (const code of ['B:Approved', 'M:Pledged']) for (const input of [{ account: code }, { account: code, about: 'FUTURE' }]) everything.push([account as AnyQuestion, input]);
    for (let position = 7; position <= head; position += 12) {
      const stopped = await opened.started({ store: stoppedAt(store, position), views: ledgerViews, file: opened.file(`${position}.db`) });
      for (const [question, input] of everything) expect(await asked(views, question, input, position)).toEqual(await asked(stopped, question, input));
      expect((await views.status()).head).toBe(head);
    }
  });

  test('sums to nil after every event, in each sub-ledger', async () => {
    const head = await file(store, await aFullLife());
    const views = await opened.started({ store, views: ledgerViews });
    for (let position = 1; position <= head; position += 1) expect(sums(await asked(views, trialBalance, {}, position))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(await breaches(views)).toEqual([]);
  });

  test('made again it is the same, row by row', async () => {
    const office = await aFullLife();
    await file(store, office);
    const views = await opened.started({ store, views: ledgerViews });
    await views.caughtUp();
    const half = office.log.length;
    let drawn = 7;
    await goOn(office, 400, () => (drawn = (drawn * 48_271) % 2_147_483_647));
    expect(office.log.length).toBeGreaterThan(half);
    await file(store, office, half);
    await views.caughtUp();
    const before = await views.digest('ledger');
    await views.rebuild();
    expect(await views.digest('ledger')).toEqual(before);
  });

  test('an entry that was tampered with is found, and the event it belongs to is named', async () => {
    await file(store, await aFullLife());
    const views = await opened.started({ store, views: ledgerViews });
    await views.caughtUp();
    expect(await breaches(views)).toEqual([]);
    const position = (await asked(views, account, { account: 'B:Spent', about: 'AW-2012-001' }))?.rows[0]?.position as number;
    const db = new Database(opened.file());
    const { changes } = db.prepare("UPDATE ledger__3_1_postings SET amount_minor = amount_minor - 1, balance = 1 WHERE account = 'B:Spent' AND position = ?").run(position);
    db.close();
    expect(changes).toBe(1);
    expect(await breaches(views)).toEqual([
      `I1 event @${position}: its postings to B are out by -1 pence`,
      'I2 account B:Spent: runs to -500100 pence, and its postings sum to -500101',
      `I3 event @${position}: B:Spent:AW-2012-001:FY1213 crossed zero and stood at 1 pence`,
      'I7 fund IMPROVEMENT FY1213: its budget and its buckets differ by -1 pence',
      'I16 award AW-2012-001: its budget and the bank differ by 1 pence',
    ]);
  });
});

describe('Whatever an office does next', () => {
  test('the laws of the ledger hold, and its buckets are those of the limits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (draws) => {
        const opened = new OpenedViews();
        try {
          const office = await aFullLife();
          await goOn(office, 400, () => draws.next().value as number);
          const store = opened.log();
          await file(store, office);
          const views = await opened.started({ store, views: ledgerViews });
          expect(await breaches(views)).toEqual([]);
          expect(sums(await asked(views, trialBalance))).toEqual([0, 0, 0, 0, 0, 0, 0]);
          expect(await asked(views, ledgerBuckets)).toEqual(bucketsOfLimits(office));
        } finally {
          await opened.close();
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 60_000);
});
