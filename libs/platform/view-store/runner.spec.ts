import { MemoryLog } from '#platform/event-store-memory';
import type { ViewStoreOptions } from './index.js';
import { append, boxesView, filled, labelled, manyFillings } from './testing/boxes.js';
import { OpenedViews } from './testing/opened-views.js';

describe('The runner keeps views up with the log', () => {
  let opened: OpenedViews;
  beforeEach(() => {
    opened = new OpenedViews();
  });
  afterEach(() => opened.close());

  test('D9 whoever waits for a position finds the view there, also in a quiet log', async () => {
    const store = opened.log();
    const views = await opened.started({ store, views: [boxesView()] });
    expect(await views.waitFor(0, 1_000)).toBe(true);
    const position = await append(store, filled('B1', 5));
    expect(await views.waitFor(position, 1_000)).toBe(true);
    expect(await views.waitFor(position + 1, 30)).toBe(false);
    expect(await views.status()).toMatchObject({ head: 1, works: true, views: [{ view: 'boxes', state: 'live', position: 1, behind: 0, absences: 0 }] });
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

  test('D5 of two runners on one file one works, and the other takes over when it stops', async () => {
    const log = new MemoryLog();
    const [first, second] = [opened.log({ log }), opened.log({ log })];
    const one = await opened.started({ store: first, views: [boxesView()] });
    await one.caughtUp();
    const other = await opened.started({ store: second, views: [boxesView()] });
    await append(first, filled('B1', 1));
    expect(await other.waitFor(1, 1_000)).toBe(true);
    expect([(await one.status()).works, (await other.status()).works]).toEqual([true, false]);
    await one.close();
    await append(second, filled('B1', 2));
    expect(await other.waitFor(2, 2_000)).toBe(true);
    expect((await other.status()).works).toBe(true);
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

  test('D8 a view made again equals the one that was kept up, and answers in its place', async () => {
    const store = opened.log();
    const views = await opened.started({ store, views: [boxesView()] });
    for (let i = 0; i < 20; i += 1) await append(store, ...manyFillings(37, 5), labelled('B1', `label ${i}`));
    await views.caughtUp();
    const before = await views.digest('boxes');
    const rebuilt = views.rebuild(['boxes']);
    expect(await views.status()).toMatchObject({ views: [{ state: 'live', behind: 0 }] });
    await rebuilt;
    expect(await views.digest('boxes')).toEqual(before);
    await append(store, filled('B1', 3));
    expect(await views.caughtUp()).toBe(true);
    expect((await views.digest('boxes')).position).toBe(before.position + 1);
  });

  test('D8 a rebuild that was interrupted goes on when the runner starts again', async () => {
    const store = opened.log();
    await append(store, ...manyFillings(5_000));
    const views = await opened.started({ store, views: [boxesView()] });
    await views.caughtUp();
    const before = await views.digest('boxes');
    const interrupted = views.rebuild();
    const ended = expect(interrupted).rejects.toThrow();
    await views.close();
    await ended;
    const again = await opened.started({ store, views: [boxesView()] });
    await again.rebuild();
    expect(await again.digest('boxes')).toEqual(before);
  });

  test('a new version of a view is made beside the old one, which its own program can still ask', async () => {
    const store = opened.log();
    await append(store, ...manyFillings(600));
    const old = await opened.started({ store, views: [boxesView('boxes', { version: 1 })] });
    await old.caughtUp();
    const next = opened.views({ store, views: [boxesView('boxes', { version: 2 })] });
    expect(await next.status()).toMatchObject({ views: [{ version: 2, state: 'building', position: 0, behind: 600 }] });
    expect(await old.status()).toMatchObject({ views: [{ version: 1, state: 'live', behind: 0 }] });
    const before = await old.digest('boxes');
    await old.close();
    await next.start();
    await next.caughtUp();
    expect(await next.status()).toMatchObject({ views: [{ version: 2, state: 'live', behind: 0 }] });
    expect(await next.digest('boxes')).toEqual(before);
  });

  test('D10 views of another log, or of a log that lost its end, are refused and say what to do', async () => {
    const store = opened.log();
    await append(store, ...manyFillings(5));
    const views = await opened.started({ store, views: [boxesView()] });
    await views.caughtUp();
    await views.close();
    for (const events of [manyFillings(3), manyFillings(9)]) {
      const another = opened.log();
      await append(another, ...events);
      const strange = opened.views({ store: another, views: [boxesView()] });
      await expect(strange.start()).rejects.toThrow(/boxes stands at event @5 of another log.*tally rebuild/);
      await strange.close();
    }
    const another = opened.log();
    await append(another, ...manyFillings(9));
    const rebuilt = opened.views({ store: another, views: [boxesView()] });
    await rebuilt.rebuild();
    expect(await rebuilt.status()).toMatchObject({ views: [{ state: 'live', position: 9, behind: 0 }] });
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
});
