import fc from 'fast-check';
import { awardPage, awards, ledgerBuckets, programmePage, programmesList, timelinePage, views as declared } from '#views';
import type { AnyQuestion, ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../libs/platform/view-store/testing/opened-views.js';
import { aFullLife, file, goOn } from './lived.js';

async function asked<Answer>(views: ViewStore, question: AnyQuestion<object, Answer>, input: object = {}): Promise<Answer> {
  const came = await views.ask(question, input);
  if (came.outcome === 'invalid') throw new Error(JSON.stringify(came.problems));
  return came.answer;
}

/** What registers say that funds, rounds and awards hold, in the words of the ledger's buckets. */
async function figuresOf(views: ViewStore): Promise<Readonly<Record<string, number>>> {
  const figures: Record<string, number> = {};
  for (const { reference, paidMinor, authorisedMinor, committedMinor } of (await asked(views, awards, { size: 50_000 })).rows) {
    const limit = `award.${reference}`;
    figures[`${limit} spent`] = paidMinor;
    figures[`${limit} authorised`] = authorisedMinor;
    figures[`${limit} left`] = committedMinor - paidMinor - authorisedMinor;
  }
  for (const { code } of await asked(views, programmesList)) {
    for (const { reference, leftMinor, fund, financialYear, fundAvailableMinor } of (await asked(views, programmePage, { programme: code }))?.rounds ?? []) {
      figures[`round.${reference} allocated`] = leftMinor;
      figures[`fund.${fund}.${financialYear} available`] = fundAvailableMinor;
    }
  }
  return figures;
}

/** The same from the ledger. What is approved and what is agreed are one figure: what an award has left to draw. */
async function bucketsOf(views: ViewStore): Promise<Readonly<Record<string, number>>> {
  const buckets: Record<string, number> = {};
  for (const [name, amount] of Object.entries(await asked(views, ledgerBuckets))) {
    const same = name.replace(/^(award\.\S+) (approved|agreed)$/, '$1 left');
    buckets[same] = (buckets[same] ?? 0) + amount;
  }
  return buckets;
}

describe('Registers and ledger, which take the same events by different ways', () => {
  let opened: OpenedViews;
  beforeEach(() => {
    opened = new OpenedViews();
  });
  afterEach(() => opened.close());

  test('agree to the penny on what every fund, round and award holds, whatever happened', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 400, maxLength: 900 }), async (draws) => {
        run += 1;
        let at = 0;
        const office = await aFullLife();
        await goOn(office, 120, () => draws[(at += 1) % draws.length] ?? 0);
        const store = opened.log();
        await file(store, office);
        const views = await opened.started({ store, views: declared, file: opened.file(`views-${run}.db`) });
        expect(await views.caughtUp()).toBe(true);
        const [figures, buckets] = [await figuresOf(views), await bucketsOf(views)];
        for (const name of Object.keys(figures)) expect([name, figures[name]]).toEqual([name, buckets[name] ?? 0]);
        expect(Object.keys(figures).length).toBeGreaterThan(4);
        const status = await views.status();
        expect(status.views.filter(({ fault, absences }) => fault !== undefined || absences > 0)).toEqual([]);
        await views.close();
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  test('and the sources of an award come to its match', async () => {
    const store = opened.log();
    await file(store, await aFullLife());
    const views = await opened.started({ store, views: declared });
    const { rows } = await asked(views, awards);
    for (const { reference } of rows) {
      const seen = await asked(views, awardPage, { award: reference });
      const sum = (of: 'pledgedMinor' | 'evidencedMinor' | 'verifiedMinor') => (seen?.sources ?? []).reduce((total, source) => total + source[of], 0);
      expect([sum('pledgedMinor'), sum('evidencedMinor'), sum('verifiedMinor')]).toEqual([seen?.matchPledgedMinor, seen?.matchEvidencedMinor, seen?.matchVerifiedMinor]);
    }
    expect((await asked(views, timelinePage, { about: 'AW-2012-001' })).entries.length).toBeGreaterThan(10);
  });
});
