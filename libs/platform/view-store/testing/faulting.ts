import type { Kysely } from 'kysely';
import { question, type RowOf } from '#kernel';
import { MemoryLog } from '#platform/event-store-memory';
import { ForeignViews, type ViewStore } from '../index.js';
import { append, boxesView, filled, manyFillings, type tables } from './boxes.js';
import { OpenedViews, type OpensDatabase } from './opened-views.js';

type Boxes = Kysely<{ boxes: RowOf<typeof tables.boxes.columns> }>;
class Nothing {}
const ofBoxes = question('of-boxes', { input: Nothing, summary: 'Nothing much.', permission: 'box:read', from: [boxesView()], ask: () => Promise.resolve('asked') });

/** What goes wrong around views. */
export function faultingContract(opening: () => OpensDatabase): void {
  let opened: OpenedViews;
  beforeEach(() => {
    opened = new OpenedViews(opening());
  });
  afterEach(() => opened.close());

  /** A log that can be put back to how it was at a position under those who read it. */
  const restorable = () => {
    const logs = { now: opened.log({ log: new MemoryLog() }) };
    const store: Parameters<OpenedViews['views']>[0]['store'] = {
      head: () => logs.now.head(),
      readAll: (range) => logs.now.readAll(range),
      subscribe: (range) => logs.now.subscribe(range),
    };
    return { logs, store };
  };
  const troubleOf = async (views: ViewStore): Promise<string> => {
    for (;;) {
      const { trouble } = await views.status();
      if (trouble !== undefined) return trouble;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  test('views that are running when yesterday\'s log is restored refuse to answer and to go on until they are made again', async () => {
    const { logs, store } = restorable();
    const history = manyFillings(30);
    await append(logs.now, ...history);
    const views = await opened.started({ store, views: [boxesView()] });
    await views.caughtUp();
    const yesterday = opened.log({ log: new MemoryLog() });
    await append(yesterday, ...history.slice(0, 20));
    logs.now = yesterday;
    await expect(views.ask(ofBoxes, {})).rejects.toThrow(ForeignViews);
    await append(yesterday, ...manyFillings(15));
    expect(await troubleOf(views)).toMatch(/boxes stands at event @30 of another log.*tally rebuild/);
    // The log has grown past where they stand: the position is there again, and another event stands at it.
    await expect(views.ask(ofBoxes, {}, { waitMilliseconds: 10 })).rejects.toThrow(ForeignViews);
    await expect(views.ask(ofBoxes, {}, { knownAt: 25 })).rejects.toThrow(ForeignViews);
    await views.rebuild();
    expect(await views.status()).toMatchObject({ views: [{ state: 'live', position: 35, behind: 0 }] });
    expect(await views.ask(ofBoxes, {})).toMatchObject({ outcome: 'answered', position: 35 });
  });

  test('an event that throws in the middle of a long batch leaves exactly what came before it', async () => {
    const store = opened.log();
    await append(store, ...manyFillings(700), filled('B1', 9_999), ...manyFillings(50));
    const sick = await opened.started({ store, views: [boxesView('boxes', { poison: 9_999 })] });
    expect(await sick.caughtUp()).toBe(false);
    expect((await sick.status()).views).toMatchObject([{ position: 700, fault: { at: 701, because: '9999 is poison' } }]);
    const short = opened.log();
    await append(short, ...manyFillings(700));
    const well = await opened.started({ store: short, views: [boxesView()], file: opened.file('well.db') });
    await well.caughtUp();
    expect((await sick.digest('boxes')).digest).toBe((await well.digest('boxes')).digest);
  });

  test('a sum that can no longer be kept exactly stops the view at the event that would make it so', async () => {
    const store = opened.log();
    await append(store, filled('B1', Number.MAX_SAFE_INTEGER - 1), filled('B1', 1), filled('B1', 1));
    const views = await opened.started({ store, views: [boxesView()] });
    expect(await views.caughtUp()).toBe(false);
    expect((await views.status()).views).toMatchObject([{ position: 2, fault: { at: 3, because: expect.stringContaining('cannot be kept exactly') as string } }]);
  });

  test('text that a database cannot hold is shown alike by all of them', async () => {
    const store = opened.log();
    await append(store, filled('B1', 1, 'an\0na "the \\ box"'), filled('B2', 1, "{NULL}, 'null'"), filled('B3', 1, 'zoë 🗃'));
    const views = await opened.started({ store, views: [boxesView()] });
    expect(await views.caughtUp()).toBe(true);
    const shown = { ...ofBoxes, ask: (db: Boxes) => db.selectFrom('boxes').select(['box', 'owner']).orderBy('owner').execute() };
    expect(await views.ask(shown, {})).toMatchObject({ answer: [{ owner: 'an\uFFFDna "the \\ box"' }, { owner: 'zoë 🗃' }, { owner: "{NULL}, 'null'" }] });
  });
}
