import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { AppendingProcess } from '../support/appending-process.js';
import { complaintsAbout, everyEvent, missing, torn } from '../support/log-witness.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

const milliseconds = Number(process.env['TALLYSTICK_TOGETHER_MS'] ?? 1_500);

describe('E6 two processes that append to one log', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => (folder = await temporaryFolder()));
  afterEach(() => folder.remove());

  test('both get on, lose nothing, and leave one dense order', async () => {
    const file = folder.path('log.db');
    const both = [new AppendingProcess(file, { milliseconds }), new AppendingProcess(file, { milliseconds })]; // also make the file together
    await Promise.all(both.map((process) => process.finished()));

    const store = await openSqliteEventStore({ file });
    const events = await everyEvent(store);
    const acknowledged = both.map((process) => process.acknowledged());
    expect(acknowledged.map(({ length }) => length > 10)).toEqual([true, true]);
    expect(missing(events, acknowledged.flat())).toEqual([]);
    expect(torn(events, 3)).toEqual([]);
    expect(events).toHaveLength(acknowledged.flat().length * 3);
    expect(await complaintsAbout(file, store)).toEqual([]);
    await store.close();
  }, 60_000);
});
