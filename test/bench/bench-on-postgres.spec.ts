import { declarations } from '#attendance';
import { bench, type BenchReport } from '../../apps/cli/bench/index.js';
import { inWords } from '../../apps/cli/bench/in-words.js';
import { requireService } from '../support/require-service.js';
import { startPostgres, type PostgresServer } from '../support/servers/postgres.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

const runner = new URL('../support/run-decorated.mjs', import.meta.url).href;
/** Far below what is reached: it must show that something broke, not that the machine was busy. */
const leastRatio = 0.03;

requireService('postgres')('the benchmark on PostgreSQL, on a small scale', () => {
  let postgres: PostgresServer;
  let folder: TemporaryFolder;
  let report: BenchReport;
  beforeAll(async () => {
    [postgres, folder] = [await startPostgres(), await temporaryFolder()];
    report = await bench({
      only: ['postgres', 'year'], sizes: [1_000, 2_000], seconds: 0.3, rounds: 1, asked: 1, steps: 1, season: { rounds: 1, awards: 12 }, callers: [1, 32], hours: 12,
      folder: folder.path('.'), declarations, postgres: postgres.address(), runWith: ['--disable-warning=ExperimentalWarning', '--import', runner],
    });
  }, 240_000);
  afterAll(async () => {
    await postgres.stop();
    await folder.remove();
  });

  test('finds the whole engine not many times slower than bare inserts of many rows, and groups that callers share', () => {
    expect(report.postgres?.compared.map(({ callers }) => callers)).toEqual([1, 32]);
    for (const { ratio, commandsPerGroup, callers, eventsPerCommand } of report.postgres?.compared ?? []) {
      expect(ratio).toBeGreaterThan(leastRatio);
      expect(eventsPerCommand).toBe(3);
      expect(commandsPerGroup).toBeGreaterThanOrEqual(callers === 1 ? 1 : 8);
    }
  });

  test('shares callers out over two processes, kills workers, and makes each view', () => {
    expect(report.postgres?.shared).toMatchObject([{ callers: 32, isApart: true }, { callers: 32, isApart: false }]);
    expect(report.postgres?.takeovers.every((each) => each > 0 && each < 30_000)).toBe(true);
    expect(report.postgres?.viewed.map(({ view }) => view)).toEqual([...declarations.views.map(({ name }) => name), 'all of them']);
    expect(report.postgres?.server).toMatchObject({ fsync: 'on', synchronous_commit: 'on' });
  });

  test('weighs log and views on both stores and tells what a year of ten million awards comes to', () => {
    const { kept = [], years = [], stateBytes, eventsOfAward = 0 } = report.year ?? {};
    expect(kept.map(({ store, events }) => [store, events])).toEqual([['SQLite', 1_000], ['PostgreSQL', 1_000], ['SQLite', 2_000], ['PostgreSQL', 2_000]]);
    for (const { log, views } of kept) for (const bytes of [log.tableBytes, log.indexBytes, views.tableBytes, views.indexBytes]) expect(bytes).toBeGreaterThan(10_000);
    expect(stateBytes).toBeUndefined(); // twelve awards are too few to weigh
    expect(eventsOfAward).toBeGreaterThan(20);
    expect(years).toHaveLength(6);
    for (const { events, awards, logBytes, viewBytes, queued } of years) {
      expect(events / awards).toBeCloseTo(eventsOfAward, 6);
      expect(logBytes / events).toBeGreaterThan(300);
      expect(viewBytes / events).toBeGreaterThan(300);
      expect(queued.p99).toBeGreaterThanOrEqual(queued.p50);
    }
  });

  test('says all of it in words, judges it, and leaves no database behind', async () => {
    expect(inWords(report)).toMatch(/On PostgreSQL[\s\S]*A year of 10,000,000 awards[\s\S]*two server processes against one/);
    expect(await postgres.query("SELECT datname FROM pg_database WHERE datname LIKE 'tallystick_bench%'")).toEqual([]);
  });
});
