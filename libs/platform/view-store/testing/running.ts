import type { ViewStoreOptions } from '../index.js';
import { append, boxesView, filled, labelled, manyFillings } from './boxes.js';
import { OpenedViews, type OpensDatabase } from './opened-views.js';

/** Views that follow the log, event by event. */
export function runningContract(opening: () => OpensDatabase): void {
  let opened: OpenedViews;
  beforeEach(() => {
    opened = new OpenedViews(opening());
  });
  afterEach(() => opened.close());

  test('D9 whoever waits for a position finds the view there, also in a quiet log', async () => {
    const store = opened.log();
    const views = await opened.started({ store, views: [boxesView()] });
    expect(await views.waitFor(0, 1_000)).toBe(true);
    const position = await append(store, filled('B1', 5));
    expect(await views.waitFor(position, 1_000)).toBe(true);
    expect(await views.waitFor(position + 1, 30)).toBe(false);
    // The event may have come while the view was still being made: it is at the position then, and live a moment later.
    expect(await views.caughtUp(1_000)).toBe(true);
    expect(await views.status()).toMatchObject({ head: 1, works: ['boxes'], views: [{ view: 'boxes', state: 'live', position: 1, behind: 0, absences: 0 }] });
  });

  test('D3 and D4 a log delivered again, whole or in part, changes nothing', async () => {
    const store = opened.log();
    await append(store, ...manyFillings(1_200), labelled('B1', 'red'));
    const views = await opened.started({ store, views: [boxesView()] });
    await views.caughtUp();
    const before = await views.digest('boxes');
    await views.close();
    const twice: ViewStoreOptions['store'] = {
      head: () => store.head(),
      subscribe: (range) => store.subscribe(range),
      readAll: ({ after, limit }) => store.readAll(limit === 1 ? { after, limit } : { after: Math.max(0, after - 300), limit: limit + 300 }),
    };
    const again = await opened.started({ store: twice, views: [boxesView()] });
    await append(store, filled('B2', 1));
    expect(await again.caughtUp(2_000)).toBe(true);
    const fresh = await opened.started({ store, views: [boxesView()], file: opened.file('fresh.db') });
    await fresh.caughtUp();
    expect(await again.digest('boxes')).toEqual(await fresh.digest('boxes'));
    expect(await again.digest('boxes')).not.toEqual(before);
  });

  test('D6 an event that a view cannot take stops that view alone, and says which event and why', async () => {
    const store = opened.log();
    let poison: number | undefined = 7;
    const views = await opened.started({ store, views: [boxesView('sick', { poison: () => poison }), boxesView('well')] });
    const position = await append(store, filled('B1', 1), filled('B1', 7), filled('B1', 2));
    expect(await views.waitFor(position, 2_000, ['well'])).toBe(true);
    expect(await views.waitFor(position, 2_000, ['sick'])).toBe(false);
    const status = await views.status();
    expect(status.views).toMatchObject([
      { view: 'sick', position: 1, behind: 2, fault: { at: 2, because: '7 is poison' } },
      { view: 'well', position: 3, behind: 0 },
    ]);
    poison = undefined;
    await views.close();
    const repaired = await opened.started({ store, views: [boxesView('sick', { poison: () => poison }), boxesView('well')] });
    expect(await repaired.caughtUp(2_000)).toBe(true);
    expect((await repaired.digest('sick')).digest).toBe((await repaired.digest('well')).digest);
  });

  test('a change to a row that is not there is counted, not swallowed', async () => {
    const store = opened.log();
    const views = await opened.started({ store, views: [boxesView()] });
    await append(store, labelled('nowhere', 'lost'));
    await views.caughtUp();
    expect((await views.status()).views).toMatchObject([{ view: 'boxes', behind: 0, absences: 1 }]);
  });

  test('others get their turn while a long log is read', async () => {
    const store = opened.log();
    await append(store, ...manyFillings(10_000));
    const views = await opened.started({ store, views: [boxesView(), boxesView('second')] });
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    await views.caughtUp();
    clearInterval(counting);
    expect(turns).toBeGreaterThanOrEqual(15);
  });
}
