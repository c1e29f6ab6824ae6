import type { EventStore } from '#platform/event-store';
import { readAsOf, readKnownAt } from './index.js';
import { filled } from './testing/boxes.js';
import { OpenedViews } from './testing/opened-views.js';

describe('What "known at" means', () => {
  let opened: OpenedViews;
  let store: EventStore;
  beforeEach(async () => {
    opened = new OpenedViews();
    store = opened.log();
    for (const recordedAt of ['2012-06-13T12:59:59.999Z', '2012-06-13T13:00:00.000Z', '2012-06-13T22:59:59.999Z', '2012-06-13T23:00:00.000Z']) {
      await store.append({ events: [filled('B1', 1)], expects: [], recordedAt });
    }
  });
  afterEach(() => opened.close());

  it.each([
    ['2012-06-12', 0, 'the end of 12 June 2012'],
    ['2012-06-13', 3, 'the end of 13 June 2012'],
    ['2012-06-14', 4, 'the end of 14 June 2012'],
    ['2012-06-13T14:00', 2, '14:00 on 13 June 2012'],
    ['2012-06-13T13:59', 0, '13:59 on 13 June 2012'],
    ['@3', 3, 'event @3'],
    [' @0 ', 0, 'event @0'],
  ])('%s in London is everything up to event %i', async (written, position, words) => {
    expect(await readKnownAt(written, store)).toMatchObject({ ok: true, position, words });
  });

  it.each([
    ['@5', '@5 has not happened yet: the last event is @4'],
    ['2012-06-31', '"2012-06-31" is not a date that exists, nor a place in the log. Write a day like 2012-06-13, a London time like 2012-06-13T14:00, or an event like @10482'],
    ['2012-06-13T25:00', '"2012-06-13T25:00" is not a date that exists, nor'],
    ['yesterday', '"yesterday" is not a date that exists, nor'],
  ])('%s is refused in words that help', async (written, message) => {
    expect(await readKnownAt(written, store)).toMatchObject({ ok: false, message: expect.stringContaining(message) as string });
  });

  it('"as of" is a day, with all that was recorded by its end in London', async () => {
    expect(await readAsOf(' 2012-06-13 ', store)).toEqual({ ok: true, asOf: { on: '2012-06-13', recordedUpTo: 3 }, words: '13 June 2012' });
    expect(await readAsOf('2030-01-01', store)).toMatchObject({ asOf: { recordedUpTo: 4 } });
    expect(await readAsOf('2012-06-31', store)).toEqual({ ok: false, message: '"2012-06-31" is not a date that exists. Write a day like 2012-06-13' });
  });
});
