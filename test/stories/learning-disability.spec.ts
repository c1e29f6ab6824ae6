import { awards, programmePage, schemePage, waitingList, type WaitingList } from '#views';
import { onEveryStore } from './on-every-store.js';
import { playedBooks } from './played-books.js';

/** Story 4: room for four to five councils, a waiting list, and a sponsor who makes room for a sixth. */
onEveryStore((stage) => {
  const ask = playedBooks(stage, 'adult-social-care', 'future-councils', 'learning-disability');
  let round = '';
  beforeAll(async () => {
    round = (await ask(programmePage, { programme: 'LDSE' }))?.rounds[0]?.reference ?? 'no round';
  });
  const places = ({ taken, capacity }: WaitingList): string => `${String(taken)} of ${String(capacity)}`;
  const listOn = (day: string): Promise<WaitingList> => ask(waitingList, { holder: round }, { known: day });

  it('has five of five places taken, then six of six', async () => {
    expect([places(await listOn('2014-03-03')), places(await listOn('2014-03-04')), places(await listOn('2014-05-12')), places(await listOn('2014-05-13'))]).toEqual(['0 of 5', '5 of 5', '5 of 6', '6 of 6']);
    expect(await ask(awards, { programme: 'LDSE', stage: 'approved' })).toMatchObject({ total: 6 });
  });

  it('has room for four to five, as both figures are printed', async () => {
    const { sections = [] } = (await ask(schemePage, { round })) ?? {};
    expect(sections.flatMap(({ sentences }) => sentences)).toContain('4 awards are planned, and there is room for 5.');
  });

  it('has two councils waiting, and one when the sponsor makes room', async () => {
    const before = await listOn('2014-05-11');
    expect([before.rows.map(({ turn, name }) => `${turn} ${name}`), before.called]).toEqual([['1 Learning disability council 6', '2 Learning disability council 7'], 0]);
    expect(await listOn('2014-05-12')).toMatchObject({ called: 1, waiting: 1, rows: [{ turn: null, name: 'Learning disability council 6', calledOn: '2014-05-12' }, { turn: 1, name: 'Learning disability council 7' }], free: 0 });
    expect(await listOn('2014-05-13')).toMatchObject({ called: 0, waiting: 1, rows: [{ turn: 1, name: 'Learning disability council 7' }], free: 0 });
  });

  it('ran for 914 days, as a part of the Adult Social Care Efficiency programme', async () => {
    expect(await ask(programmePage, { programme: 'LDSE' })).toMatchObject({ parent: 'ASCE', startsOn: '2014-01-29', closedOn: '2016-07-31', daysRun: 914 });
    expect(await ask(programmePage, { programme: 'LDSE' }, { known: '2016-07-30' })).toMatchObject({ closedOn: null, daysRun: null });
  });
});
