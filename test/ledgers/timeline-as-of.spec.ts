import fc from 'fast-check';
import { addDays, toDate } from '#kernel';
import { auditViews, changesAround, timelinePage, type TimelineEntry } from '#views/audit';
import { readAsOf } from '#platform/view-store';
import { OpenedViews } from '../../libs/platform/view-store/testing/opened-views.js';
import { aFullLife, answerOf, file, goOn, recordedBy, recordings } from './lived.js';

describe('What had happened by a day', () => {
  let opened: OpenedViews;
  beforeEach(() => {
    opened = new OpenedViews();
  });
  afterEach(() => opened.close());

  test('is the timeline without what took effect later, page by page, whatever was recorded late or early', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.constantFrom(...recordings), async (draws, recording) => {
        run += 1;
        const next = (): number => draws.next().value as number;
        const office = await aFullLife();
        await goOn(office, 80, next);
        const store = opened.log();
        const head = await file(store, office, 0, recordedBy(recording, next));
        const views = await opened.started({ store, views: auditViews, file: opened.file(`views-${run}.db`) });
        await views.caughtUp();
        for (let i = 0; i < 12; i += 1) {
          const [day, knownAt] = [addDays(toDate('2012-04-20'), next() % 130), 1 + (next() % head)];
          const read = await readAsOf(day, store);
          if (!read.ok) throw new Error(read.message);
          const clocks = { knownAt, asOf: read.asOf };
          const about = [undefined, 'FUTURE', 'AW-2012-001', 'AP-2012-001'][next() % 4];
          const input = { ...(about === undefined ? {} : { about }), all: next() % 2 === 0 };
          const every = (await answerOf(views, timelinePage, { ...input, size: 50_000 }, { knownAt })).entries.filter(({ effectiveOn }) => effectiveOn <= day);
          const seen: TimelineEntry[] = [];
          for (let before: number | undefined, more = true; more; more = before !== undefined) {
            const page = await answerOf(views, timelinePage, { ...input, size: 7, ...(before === undefined ? {} : { before }) }, clocks);
            seen.push(...page.entries);
            before = page.before;
          }
          expect(seen).toEqual(every);
          if (about === undefined || input.all) continue;
          const at = 1 + (next() % head);
          const places = every.map(({ position }) => position);
          const around = await answerOf(views, changesAround, { about, at }, clocks);
          const [current, previous] = places.filter((position) => position <= at);
          expect(around).toEqual(Object.fromEntries(Object.entries({ first: places.at(-1), previous, current, next: places.findLast((position) => position > at) }).filter(([, position]) => position !== undefined)));
        }
        await views.close();
      }),
      { numRuns: 9 },
    );
  }, 60_000);
});
