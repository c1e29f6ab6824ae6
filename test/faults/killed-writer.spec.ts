import { randomInt } from 'node:crypto';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { AppendingProcess, type Acknowledged } from '../support/appending-process.js';
import { complaintsAbout, everyEvent, missing, torn } from '../support/log-witness.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

/** Five in the gate; a campaign sets fifty or more. */
const kills = Number(process.env['TALLYSTICK_KILLS'] ?? 5);

describe('F1 a process that is killed while it appends', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => (folder = await temporaryFolder()));
  afterEach(() => folder.remove());

  test(
    `loses nothing that was acknowledged and leaves no half of an append, ${kills} times in a row on one log`,
    async () => {
      const file = folder.path('log.db');
      const acknowledged: Acknowledged[] = [];
      for (let round = 0; round < kills; round++) {
        const appending = new AppendingProcess(file);
        await appending.hasBegun();
        await new Promise((resolve) => setTimeout(resolve, randomInt(5, 250)));
        await appending.kill();
        acknowledged.push(...appending.acknowledged());

        const store = await openSqliteEventStore({ file });
        const events = await everyEvent(store);
        expect(missing(events, acknowledged)).toEqual([]);
        expect(torn(events, 3)).toEqual([]);
        expect(await complaintsAbout(file, store)).toEqual([]);
        await store.close();
      }
      expect(acknowledged.length).toBeGreaterThan(kills);
    },
    20_000 + kills * 10_000,
  );
});
