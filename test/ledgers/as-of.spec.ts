import Database from 'better-sqlite3';
import fc from 'fast-check';
import { addDays, toDate } from '#kernel';
import { account, ledgerViews, trialBalance, type AccountSeen } from '#views/ledgers';
import type { EventStore } from '#platform/event-store';
import { readAsOf, type AnyQuestion, type ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../libs/platform/view-store/testing/opened-views.js';
import { aFullLife, answerOf, file, goOn, recordedBy, recordings } from './lived.js';

/** A line of the journal, as it lies in the file. */
interface Line {
  readonly account: string;
  readonly path: string;
  readonly subject: string;
  readonly amount_minor: number;
  readonly effective_on: string;
  readonly position: number;
}

async function asked<Answer>({ views, store }: { readonly views: ViewStore; readonly store: EventStore }, question: AnyQuestion<object, Answer>, input: object, day: string, knownAt: number): Promise<Answer> {
  const read = await readAsOf(day, store);
  if (!read.ok) throw new Error(read.message);
  return answerOf(views, question, input, { knownAt, asOf: read.asOf });
}

describe('What was so on a day', () => {
  let opened: OpenedViews;
  beforeEach(() => {
    opened = new OpenedViews();
  });
  afterEach(() => opened.close());

  test('is what a plain sum over the journal says, for every account and part, whatever was recorded late or early', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.constantFrom(...recordings), async (draws, recording) => {
        run += 1;
        const next = (): number => draws.next().value as number;
        const office = await aFullLife();
        await goOn(office, 150, next);
        const store = opened.log();
        const head = await file(store, office, 0, recordedBy(recording, next));
        const views = await opened.started({ store, views: ledgerViews, file: opened.file(`views-${run}.db`) });
        await views.caughtUp();
        const db = new Database(opened.file(`views-${run}.db`), { readonly: true });
        const journal = db.prepare<[], Line>('SELECT account, path, subject, amount_minor, effective_on, position FROM ledger__3_1_postings ORDER BY position DESC, entry DESC').all();
        db.close();
        for (let i = 0; i < 12; i += 1) {
          const [day, knownAt] = [addDays(toDate('2012-04-20'), next() % 130), 1 + (next() % head)];
          const so = journal.filter(({ effective_on: on, position }) => on <= day && position <= knownAt);
          const sum = (lines: readonly Line[]): number => lines.reduce((total, { amount_minor: amount }) => total + amount, 0);
          const balances = (await asked({ views, store }, trialBalance, {}, day, knownAt)).flatMap(({ accounts }) => accounts);
          expect(Object.fromEntries(balances.map((each) => [each.account, each.balanceMinor]))).toEqual(
            Object.fromEntries([...new Set(so.map((line) => line.account))].map((code) => [code, sum(so.filter((line) => line.account === code))])),
          );
          const one = so[next() % so.length];
          if (!one) continue;
          const same = { account: one.account, about: one.subject };
          for (const [input, lines] of [
            [{ account: one.account }, so.filter((line) => line.account === one.account)],
            [same, so.filter((line) => line.account === one.account && line.subject === one.subject)],
            [{ account: one.path }, so.filter((line) => line.path === one.path)],
          ] as const) {
            const seen = (await asked({ views, store }, account, { ...input, page: 2, size: 3 }, day, knownAt)) as AccountSeen;
            expect({ input, balance: seen.balanceMinor, total: seen.total }).toEqual({ input, balance: sum(lines), total: lines.length });
            expect(seen.rows.map((row) => [row.position, row.account, row.amountMinor, row.balanceMinor])).toEqual(
              lines.slice(3, 6).map((line, at) => [line.position, line.path, line.amount_minor, sum(lines.slice(3 + at))]),
            );
          }
        }
        await views.close();
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);

  test('shows an entry that was recorded late, and says so; what takes effect later is not there', async () => {
    const store = opened.log();
    await file(store, await aFullLife(), 0, (on) => (on === '2012-05-01' ? '2012-05-09T10:00:00.000Z' : `${on}T10:00:00.000Z`));
    const views = await opened.started({ store, views: ledgerViews });
    const head = (await store.head()).position;
    const seen = await asked({ views, store }, account, { account: 'B:Authority' }, '2012-05-01', head);
    expect(seen?.rows.every(({ effectiveOn, recordedOn, isLate }) => effectiveOn <= '2012-05-01' && isLate === effectiveOn < recordedOn)).toBe(true);
    expect(seen?.rows.some(({ isLate }) => isLate)).toBe(true);
    const before = await asked({ views, store }, trialBalance, {}, '2011-01-01', head);
    expect([before.length > 3, before.flatMap(({ accounts }) => accounts)]).toEqual([true, []]);
  });
});
