import { setTimeout as wait } from 'node:timers/promises';
import type { EventStore } from '#platform/event-store';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { ViewStore } from '#platform/view-store';
import { append, boxesView, filled, manyFillings } from '../../libs/platform/view-store/testing/boxes.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';
import { SourceProcess } from '../support/source-process.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';
import { viewsAt } from '../support/view-database.js';

interface Running {
  readonly pid: number;
  readonly works: readonly string[];
}
const names = ['first', 'second', 'third'];
const declared = names.map((name) => boxesView(name));

async function until(holds: () => Promise<boolean>, milliseconds = 20_000): Promise<number> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > milliseconds) throw new Error(`It did not come to it in ${milliseconds} ms`);
    await wait(10);
  }
  return performance.now() - began;
}

requireService('postgres')('The runner of views', () => {
  let postgres: PostgresServer;
  let folder: TemporaryFolder;
  let store: EventStore;
  let address: string;
  const closing: { close(): Promise<void> }[] = [];
  beforeAll(async () => (postgres = await startPostgres()));
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    folder = await temporaryFolder();
    store = await openSqliteEventStore({ file: folder.path('events.db') });
    closing.push(store);
    address = await postgres.newDatabase();
  });
  afterEach(async () => {
    for (const each of closing.splice(0).reverse()) await each.close();
    await folder.remove();
  });

  const opened = async (at = address): Promise<ViewStore> => {
    const views = await ViewStore.open({ database: await viewsAt(at), store, views: declared });
    closing.push(views);
    return views;
  };
  /** Another process that runs all the views, and we who stand by, with the lease that an installation has. */
  const standingBy = async (at: string) => {
    const other = new SourceProcess<Running>(folder.path('said'), new URL('../support/view-runner.ts', import.meta.url), folder.path('events.db'), at, names.join());
    await until(async () => other.lines().some(({ works }) => works.length === names.length), 30_000);
    const views = await opened(at);
    await views.start();
    return { other, views, pid: other.lines()[0]?.pid ?? 0 };
  };
  const equalARebuild = async (views: ViewStore): Promise<void> => {
    const fresh = await opened(folder.path('fresh.db'));
    await fresh.start();
    expect(await fresh.caughtUp()).toBe(true);
    expect(await views.caughtUp()).toBe(true);
    for (const name of names) expect(await views.digest(name)).toEqual(await fresh.digest(name));
  };

  test.each([['in PostgreSQL', () => address], ['in an SQLite file', () => folder.path('views.db')]])(
    'that is killed is replaced within ten seconds, and nothing is missing or doubled: %s', async (_, where) => {
      const { other, views } = await standingBy(where());
      await append(store, ...manyFillings(3_000));
      await wait(50); // somewhere in the middle of it
      await other.kill();
      const last = await append(store, filled('B1', 1));
      const took = await until(() => views.waitFor(last, 10));
      expect(took).toBeLessThan(10_000);
      await equalARebuild(views);
    });

  test('that hangs without dying is replaced within ten seconds, and does no harm when it wakes up', async () => {
    const { other, views, pid } = await standingBy(address);
    process.kill(pid, 'SIGSTOP');
    const last = await append(store, ...manyFillings(500));
    try {
      const took = await until(() => views.waitFor(last, 10));
      expect(took).toBeLessThan(10_000);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    for (let i = 0; i < 20; i += 1) await append(store, ...manyFillings(30));
    await equalARebuild(views);
    await other.kill();
  });

  test('goes on where it was when PostgreSQL is killed under it and comes back', async () => {
    const views = await opened();
    await views.start();
    await append(store, ...manyFillings(2_000));
    await wait(30);
    await postgres.kill9();
    await append(store, ...manyFillings(1_000));
    await until(async () => views.status().then(({ trouble }) => trouble !== undefined, () => true));
    await postgres.start();
    const took = await until(() => views.caughtUp(10).catch(() => false), 30_000);
    expect(took).toBeLessThan(10_000);
    await equalARebuild(views);
    await until(async () => (await views.status()).trouble === undefined); // leases, following and views each try again in their own time
  });
});
