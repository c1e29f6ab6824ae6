import { openSqliteViews } from '#platform/view-store-sqlite';
import { append, boxesView, filled, manyFillings } from '../../libs/platform/view-store/testing/boxes.js';
import { OpenedViews } from '../../libs/platform/view-store/testing/opened-views.js';

describe('F2 a disk that is full under the views', () => {
  test('stops no event of the log, is said to be full, and the views go on where they were when there is space', async () => {
    const crowded = new OpenedViews((file) => openSqliteViews({ file, maxPages: 60 }));
    const roomy = new OpenedViews();
    try {
      const store = roomy.log();
      const views = await crowded.started({ store, views: [boxesView()], file: roomy.file() });
      await append(store, ...manyFillings(5_000));
      expect(await views.caughtUp(1_000)).toBe(false);
      expect((await views.status()).trouble).toMatch(/full/);
      const last = await append(store, filled('B1', 1));
      await crowded.close();
      const again = await roomy.started({ store, views: [boxesView()] });
      expect(await again.waitFor(last, 10_000)).toBe(true);
      const fresh = await roomy.started({ store, views: [boxesView()], file: roomy.file('fresh.db') });
      await fresh.caughtUp();
      expect(await again.digest('boxes')).toEqual(await fresh.digest('boxes'));
    } finally {
      await roomy.close();
    }
  });
});
