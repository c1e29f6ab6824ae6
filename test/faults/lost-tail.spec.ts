import { randomInt } from 'node:crypto';
import { copyFile, stat, truncate } from 'node:fs/promises';
import { openSqliteEventStore } from '#platform/event-store-sqlite';
import { checkLog } from '#platform/transparency';
import { AppendingProcess } from '../support/appending-process.js';
import { everyEvent, missing, torn } from '../support/log-witness.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

const rounds = Number(process.env['TALLYSTICK_TRUNCATIONS'] ?? 12);

describe('F9 a log whose last bytes never reached the disk', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => (folder = await temporaryFolder()));
  afterEach(() => folder.remove());

  /** The state of the files at one moment, as a power cut leaves them: the writer is stopped while they are copied. */
  async function snapshot(): Promise<{ appending: AppendingProcess; walBytes: number }> {
    const file = folder.path('log.db');
    const appending = new AppendingProcess(file, { checkpointPages: 1_000_000 }); // everything stays in the write-ahead log
    await appending.hasBegun();
    await new Promise((resolve) => setTimeout(resolve, randomInt(100, 300)));
    appending.child.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await copyFile(file, folder.path('copy.db'));
    await copyFile(`${file}-wal`, folder.path('copy.db-wal'));
    await appending.kill();
    return { appending, walBytes: (await stat(folder.path('copy.db-wal'))).size };
  }

  async function reopened(walBytes: number, round: number) {
    const file = folder.path(`round-${round}.db`);
    await copyFile(folder.path('copy.db'), file);
    await copyFile(folder.path('copy.db-wal'), `${file}-wal`);
    await truncate(`${file}-wal`, walBytes);
    const store = await openSqliteEventStore({ file });
    const events = await everyEvent(store);
    const { findings } = await checkLog(store);
    const next = await store.append({
      events: [{ id: '00000000-0000-4000-8000-000000000001', stream: 'log-after', type: 'LogRestored', schema: 1, effectiveOn: '2012-06-13', meta: {}, data: {} }],
      expects: [],
    });
    await store.close();
    return { events, findings, next };
  }

  test(`opens, holds whole appends from the beginning and in order, and goes on from there (cut at ${rounds} places)`, async () => {
    const { appending, walBytes } = await snapshot();
    const whole = await reopened(walBytes, 0);
    expect(missing(whole.events, appending.acknowledged())).toEqual([]);

    for (let round = 1; round <= rounds; round++) {
      const { events, findings, next } = await reopened(randomInt(0, walBytes), round);
      expect(events).toEqual(whole.events.slice(0, events.length));
      expect(torn(events, 3)).toEqual([]);
      expect(findings).toEqual([]);
      expect(next).toMatchObject({ outcome: 'stored', first: events.length + 1 });
    }
  }, 60_000);
});
