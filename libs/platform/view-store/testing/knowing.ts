import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { question } from '#kernel';
import type { EventToAppend } from '#platform/event-store';
import { append, boxesView, filled, labelled, type tables } from './boxes.js';
import { OpenedViews, type OpensDatabase } from './opened-views.js';

class Nothing {}
const view = boxesView();
type Db = Kysely<Readonly<Record<keyof typeof tables, { box: string; owner: string; position: number; line: number }>>>;
const everything = question('everything', {
  input: Nothing, summary: 'Every row of every table.', permission: 'box:read', from: [view],
  ask: async (db: Db) => ({
    boxes: await db.selectFrom('boxes').select(['box', 'owner', 'label', 'held'] as never).orderBy('box').execute(),
    fillings: await db.selectFrom('fillings').selectAll().orderBy('position').orderBy('line').execute(),
  }),
});

const box = fc.constantFrom('B1', 'B2', 'B3');
const anEvent: fc.Arbitrary<EventToAppend> = fc.oneof(
  fc.tuple(box, fc.integer({ min: 0, max: 50 }), fc.constantFrom('anna', 'ben')).map(([name, amount, owner]) => filled(name, amount, owner)),
  fc.tuple(box, fc.option(fc.constantFrom('red', 'blue'), { nil: undefined })).map(([name, label]) => labelled(name, label)),
);

/** What was known then, whatever the history, and however it arrived. */
export function knowingContract(opening: () => OpensDatabase, histories: number): void {
  let opened: OpenedViews;
  beforeEach(() => {
    opened = new OpenedViews(opening());
  });
  afterEach(() => opened.close());

  it('what was known at each position is what views that had stopped there would hold, and now is what is known at the head', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anEvent, { minLength: 1, maxLength: 12 }), async (history) => {
        run += 1;
        const [whole, growing] = [opened.log(), opened.log()];
        await append(whole, ...history);
        const all = await opened.started({ store: whole, views: [view], file: opened.file(`whole-${run}.db`) });
        const stopped = await opened.started({ store: growing, views: [view], file: opened.file(`growing-${run}.db`) });
        await all.caughtUp();
        for (const [i, event] of history.entries()) {
          await append(growing, event);
          const there = await stopped.ask(everything, {});
          expect(there).toMatchObject({ outcome: 'answered', position: i + 1 });
          expect(await all.ask(everything, {}, { knownAt: i + 1 })).toEqual(there);
        }
        expect(await all.ask(everything, {})).toEqual(await all.ask(everything, {}, { knownAt: history.length }));
        expect((await stopped.digest('boxes')).digest).toBe((await all.digest('boxes')).digest);
        await all.close();
        await stopped.close();
      }),
      { numRuns: histories },
    );
  });
}
