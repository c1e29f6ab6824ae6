import fc from 'fast-check';
import { toDate } from '#kernel';
import {
  applicationPage, applicationsList, assessmentsPage, awardPage, awards, changesAround, claimsList, competition, fundingsList, milestonesPage, organisationPage, organisationsList,
  paymentsList, phasesPage, poolPage, programmePage, programmesList, reportsPage,
  rolesPage, roundPage, savingsList, timelinePage, views as declared,
} from '#views';
import type { AnyQuestion, ViewStore } from '#platform/view-store';
import { OpenedViews } from '../../libs/platform/view-store/testing/opened-views.js';
import { bucketsOf, figuresOf } from './figures.js';
import { aFullLife, file, goOn } from './lived.js';

async function asked<Answer>(views: ViewStore, question: AnyQuestion<object, Answer>, input: object = {}): Promise<Answer> {
  const came = await views.ask(question, input);
  if (came.outcome === 'invalid') throw new Error(JSON.stringify(came.problems));
  return came.answer;
}

/** On a day after everything had taken effect, what was so is what is so: summed from the days of effect, it comes to the same rows. */
async function standsAsOfEver(views: ViewStore): Promise<void> {
  const asOf = { on: toDate('2999-12-31'), recordedUpTo: (await views.status()).head };
  const both = async <Answer>(question: AnyQuestion<object, Answer>, input: object): Promise<void> => {
    const then = await views.ask(question, input, { asOf });
    const [before, now] = [then.outcome === 'answered' ? then.answer : then.problems, await asked(views, question, input)];
    expect(inOrder(withoutOverdue(before))).toEqual(inOrder(withoutOverdue(now)));
  };
  await both(awards, { size: 50_000 });
  await both(paymentsList, { size: 50_000 });
  await both(savingsList, { size: 50_000 });
  for (const { reference } of (await asked(views, awards, { size: 50_000 })).rows) await both(awardPage, { award: reference });
  await both(rolesPage, {});
  await both(timelinePage, { size: 50_000 });
  await both(applicationsList, { size: 50_000 });
  await both(organisationsList, { size: 50_000 });
  await both(organisationsList, { size: 50_000, name: 'C' });
  for (const { reference: organisation } of (await asked(views, organisationsList, { size: 50_000 })).rows) await both(organisationPage, { organisation });
  const found = (await asked(views, applicationsList, { size: 50_000 })).rows;
  for (const { reference: application } of found) for (const question of [applicationPage, assessmentsPage]) await both(question as AnyQuestion<object, unknown>, { application });
  for (const round of new Set(found.map((each) => each.round))) {
    for (const question of [roundPage, competition]) await both(question as AnyQuestion<object, unknown>, { round });
    for (const all of [false, true]) await both(timelinePage, { about: round, all, size: 50_000 });
    await both(changesAround, { about: round, at: 200 });
  }
  await both(programmesList, {});
  for (const { code } of await asked(views, programmesList)) for (const question of [programmePage, poolPage, phasesPage, reportsPage, milestonesPage, fundingsList, claimsList]) await both(question as AnyQuestion<object, unknown>, { programme: code });
}
/** What is overdue is only told of a day. */
const withoutOverdue = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer ?? null, (key, value: unknown) => (key === 'overdue' ? undefined : value)));
/** Lists go by day of recommendation when a day is asked about: the order is no part of this. */
const inOrder = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'rows' in answer
    ? { ...answer, rows: (answer.rows as readonly { readonly reference: string }[]).toSorted((a, b) => (a.reference < b.reference ? -1 : 1)) }
    : answer;

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
        await standsAsOfEver(views);
        const status = await views.status();
        expect(status.views.filter(({ fault, absences }) => fault !== undefined || absences > 0)).toEqual([]);
        await views.close();
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 120_000);

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
