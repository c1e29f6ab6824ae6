import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { question, type RowOf } from '#kernel';
import { append, boxesView, filled, labelled, manyFillings, type tables } from './boxes.js';
import { OpenedViews, type OpensDatabase } from './opened-views.js';

class Nothing {}
const held = question('held', {
  input: Nothing, summary: 'Boxes.', permission: 'box:read', from: [boxesView()],
  ask: (db: Kysely<{ boxes: RowOf<typeof tables.boxes.columns> }>) => db.selectFrom('boxes').select(['box', 'held']).orderBy('box').execute(),
});

/** Views that are made again beside the ones that answer. */
export function rebuildingContract(opening: () => OpensDatabase): void {
  let opened: OpenedViews;
  beforeEach(() => {
    opened = new OpenedViews(opening());
  });
  afterEach(() => opened.close());

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

  test('D10 views of another log, or of a log that lost its end, are refused and say what to do', async () => {
    const store = opened.log();
    await append(store, ...manyFillings(5));
    const views = await opened.started({ store, views: [boxesView()] });
    await views.caughtUp();
    await views.close();
    for (const events of [manyFillings(3), manyFillings(5), manyFillings(9)]) {
      const another = opened.log();
      await append(another, ...events);
      const strange = await opened.views({ store: another, views: [boxesView()] });
      await expect(strange.start()).rejects.toThrow(/boxes stands at event @5 of another log.*tally rebuild/);
      expect((await strange.status()).views).toMatchObject([{ state: 'live', foreign: expect.stringMatching(/boxes stands at event @5 of another log.*tally rebuild/) as string }]);
      await expect(strange.ask(held, {}, { waitMilliseconds: 10 })).rejects.toThrow(/another log.*tally rebuild/);
      await strange.close();
    }
    const another = opened.log();
    await append(another, ...manyFillings(9));
    const rebuilt = await opened.views({ store: another, views: [boxesView()] });
    await rebuilt.rebuild();
    expect(await rebuilt.status()).toMatchObject({ views: [{ state: 'live', position: 9, behind: 0 }] });
    expect((await rebuilt.status()).views[0]).not.toHaveProperty('foreign');
  });

  test('what is being made tells how far it has come, beside the one that answers, and is told no more when it is done', async () => {
    const store = opened.log();
    await append(store, ...manyFillings(20_000));
    const views = await opened.started({ store, views: [boxesView()] });
    await views.caughtUp();
    const [told, shown]: [number[], { readonly build: number; readonly position: number }[]] = [[], []];
    const rebuilding = { isOver: false };
    const rebuilt = views.rebuild(['boxes'], (position) => void told.push(position)).finally(() => (rebuilding.isOver = true));
    for (; !rebuilding.isOver; await wait(1)) {
      const [boxes] = (await views.status()).views;
      expect(boxes).toMatchObject({ state: 'live', position: 20_000 });
      if (boxes?.making) shown.push(boxes.making);
    }
    await rebuilt;
    for (const positions of [told, shown.map(({ position }) => position)]) {
      expect(positions).toEqual(positions.toSorted((a, b) => a - b));
      expect(positions.filter((position) => position > 0 && position < 20_000).length).toBeGreaterThan(0);
    }
    expect(new Set(shown.map(({ build }) => build))).toEqual(new Set([2]));
    expect((await views.status()).views[0]).not.toHaveProperty('making');
  }, 30_000);

  test('whoever asks while views are made again, switched and cleared away gets an answer each time', async () => {
    const store = opened.log();
    await append(store, ...manyFillings(400, 20));
    const views = await opened.started({ store, views: [boxesView()] });
    await views.caughtUp();
    const rebuilding = { isOver: false };
    const rebuilds = (async () => {
      for (let i = 0; i < 3; i += 1) await views.rebuild();
      await views.caughtUp();
      rebuilding.isOver = true;
    })();
    const first = await views.ask(held, {});
    const askOnAndOn = async (): Promise<void> => {
      for (; !rebuilding.isOver; await wait(1)) expect(await views.ask(held, {})).toEqual(first);
    };
    await Promise.all([rebuilds, askOnAndOn(), askOnAndOn()]);
    expect(first).toMatchObject({ position: 400, answer: { length: 20 } });
  });
}
