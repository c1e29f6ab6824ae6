import { setTimeout as wait } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { MemoryLog } from '#platform/event-store-memory';
import type { ViewStore } from '../index.js';
import { append, boxesView, filled, manyFillings } from './boxes.js';
import { OpenedViews, type OpensDatabase } from './opened-views.js';

async function until(holds: () => Promise<boolean>, milliseconds = 5_000): Promise<void> {
  for (const end = performance.now() + milliseconds; !(await holds()); await wait(20)) if (performance.now() > end) throw new Error('It did not come to it in time');
}

/** Many processes on one database, as several view stores are here. */
export function sharingContract(opening: () => OpensDatabase): void {
  let opened: OpenedViews;
  const log = () => new MemoryLog();
  beforeEach(() => {
    opened = new OpenedViews(opening());
  });
  afterEach(() => opened.close());

  const names = ['one', 'two', 'three', 'four'];
  const four = names.map((name) => boxesView(name));
  const works = async (views: ViewStore) => (await views.status()).works;

  test('D5 of two runners of one view one works, and the other takes over when it stops', async () => {
    const shared = log();
    const [first, second] = [opened.log({ log: shared }), opened.log({ log: shared })];
    const one = await opened.started({ store: first, views: [boxesView()] });
    await one.caughtUp();
    const other = await opened.started({ store: second, views: [boxesView()] });
    await append(first, filled('B1', 1));
    expect(await other.waitFor(1, 1_000)).toBe(true);
    expect([await works(one), await works(other)]).toEqual([['boxes'], []]);
    await one.close();
    await append(second, filled('B1', 2));
    expect(await other.waitFor(2, 2_000)).toBe(true);
    expect(await works(other)).toEqual(['boxes']);
  });

  test('each view is run by one process and no more, whoever comes and goes', async () => {
    const shared = log();
    const store = opened.log({ log: shared });
    const [one, other] = [await opened.started({ store, views: four }), await opened.started({ store: opened.log({ log: shared }), views: four })];
    await until(async () => (await works(one)).length + (await works(other)).length === four.length);
    await wait(300);
    expect([...(await works(one)), ...(await works(other))].sort()).toEqual([...names].sort());
    await append(store, ...manyFillings(50));
    expect(await one.caughtUp(2_000)).toBe(true);
    await one.close();
    await until(async () => (await works(other)).length === four.length);
  });

  test('two runners that both believe a view is theirs do no harm', async () => {
    const shared = log();
    const runners = await Promise.all([1, 2].map(async () => {
      const store = opened.log({ log: shared });
      const opens = opening();
      const deaf = new OpenedViews(async (file, onQuery) => {
        const database = await opens(file, onQuery);
        // Whatever it is told, it believes that everybody else is gone.
        return Object.assign(database, { isGone: async () => true });
      });
      return { store, views: opened.kept(await deaf.started({ store, views: [boxesView()], file: opened.file() })) };
    }));
    const [one, two] = runners as [(typeof runners)[number], (typeof runners)[number]];
    for (let i = 0; i < 30; i += 1) {
      await append(i % 2 === 0 ? one.store : two.store, ...manyFillings(40, 7));
      await wait(15);
    }
    expect(await one.views.caughtUp(5_000)).toBe(true);
    const fresh = await opened.started({ store: one.store, views: [boxesView()], file: opened.file('fresh.db') });
    await fresh.caughtUp();
    expect(await one.views.digest('boxes')).toEqual(await fresh.digest('boxes'));
  });

  test('a runner whose clock is put back an hour keeps its views, and nobody else takes them', async () => {
    const shared = log();
    const store = opened.log({ log: shared });
    const one = await opened.started({ store, views: [boxesView()] });
    const other = await opened.started({ store: opened.log({ log: shared }), views: [boxesView()] });
    await until(async () => (await works(one)).length === 1);
    const anHourAgo = Math.floor(performance.timeOrigin + performance.now()) - 3_600_000;
    jest.useFakeTimers({ now: anHourAgo, doNotFake: ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
    try {
      await wait(500);
      await append(store, filled('B1', 1));
      expect(await other.waitFor(1, 1_000)).toBe(true);
      expect([await works(one), await works(other)]).toEqual([['boxes'], []]);
    } finally {
      jest.useRealTimers();
    }
  });

  test('a new version of a program makes its views beside the old one, which is kept up and answers until it goes', async () => {
    const shared = log();
    const store = opened.log({ log: shared });
    await append(store, ...manyFillings(600));
    const old = await opened.started({ store, views: [boxesView('boxes', { version: 1 })] });
    await old.caughtUp();
    const next = await opened.views({ store: opened.log({ log: shared }), views: [boxesView('boxes', { version: 2 })] });
    expect(await next.status()).toMatchObject({ views: [{ version: 2, state: 'building', position: 0, behind: 600 }] });
    await next.start();
    expect(await next.caughtUp()).toBe(true);
    await append(store, filled('B1', 1));
    for (const [views, version] of [[old, 1], [next, 2]] as const) {
      expect(await views.caughtUp(2_000)).toBe(true);
      expect(await views.status()).toMatchObject({ works: ['boxes'], views: [{ version, state: 'live', behind: 0 }] });
    }
    expect(await old.digest('boxes')).toEqual(await next.digest('boxes'));
    await old.close();
    const again = await opened.views({ store: opened.log({ log: shared }), views: [boxesView('boxes', { version: 1 })] });
    await until(async () => (await again.status()).views[0]?.state === 'absent'); // and then it is cleared away
  });

  test('hundreds who wait for a view look how far it has come together, not one by one', async () => {
    let looks = 0;
    const opens = opening();
    const counting = new OpenedViews(async (file) => {
      const database = await opens(file);
      const { books } = database;
      return Object.assign(database, { books: new Proxy(books, { get: (target, name) => {
        if (name === 'selectFrom') looks += 1;
        const found: unknown = Reflect.get(target, name, target);
        return typeof found === 'function' ? (found as (...args: unknown[]) => unknown).bind(target) : found;
      } }) });
    });
    const views = opened.kept(await counting.views({ store: opened.log(), views: [boxesView()], file: opened.file() }));
    looks = 0;
    expect(new Set(await Promise.all(Array.from({ length: 300 }, () => views.waitFor(1, 500))))).toEqual(new Set([false]));
    expect(looks).toBeLessThan(60);
  });
}
