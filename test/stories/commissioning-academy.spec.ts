import { cohortPage, cohortsList } from '#views';
import { onEveryStore } from './on-every-store.js';
import { playedBooks } from './played-books.js';

/** Story 14: two cohorts that overlap, of which local government fills ten places each, and a number that nobody printed. */
onEveryStore((stage) => {
  const ask = playedBooks(stage, 'commissioning-academy');
  const academy = (clocks = {}) => ask(cohortsList, { programme: 'COMACAD' }, clocks);

  it('fills twenty places of local government from ten councils, over two cohorts', async () => {
    expect(await academy()).toMatchObject({ ours: 20, taken: 20, bodies: 10, finished: 10, active: 10, alumni: 10 });
    expect((await academy({ on: '2012-09-30' })).cohorts).toMatchObject([{ stage: 'open', ours: 10, taken: 10 }]);
  });

  it('tells on which days the two cohorts ran beside each other', async () => {
    const { overlaps, cohorts } = await academy();
    expect(overlaps).toEqual([{ first: cohorts[0]?.reference, second: cohorts[1]?.reference, from: '2012-11-01', until: '2012-11-26' }]);
    expect((await academy({ on: '2012-11-25' })).overlaps).toMatchObject([{ from: '2012-11-01', until: null }]);
  });

  it('says that nobody printed how many places the second cohort has in all, and never nought', async () => {
    expect((await academy()).cohorts.map(({ places }) => places)).toEqual([20, null]);
  });

  it('has three councils waiting, in the order in which they asked', async () => {
    const { cohorts, waiting } = await academy();
    expect(waiting).toBe(3);
    const list = (await ask(cohortPage, { cohort: cohorts[1]?.reference }))?.waitingList ?? [];
    expect(list.map(({ organisationName, isCalled }) => [organisationName, isCalled])).toEqual([11, 12, 13].map((n) => [`Academy council ${String(n)}, name not printed`, false]));
  });

  it('keeps alumni of those who graduated, two of each council', async () => {
    const { cohorts } = await academy();
    const bodies = (await ask(cohortPage, { cohort: cohorts[0]?.reference }))?.bodies ?? [];
    expect(bodies.map(({ graduated, alumni }) => [graduated, alumni])).toEqual(Array.from({ length: 5 }, () => [2, 2]));
    expect((await academy({ on: '2012-11-30' })).alumni).toBe(0);
  });
});
