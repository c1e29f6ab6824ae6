import { readdirSync } from 'node:fs';
import { bench, type BenchReport } from '../../apps/cli/bench/index.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';
import { withoutViews } from '../support/without-views.js';

/** Far below what is reached (0.25 and more): it must show that something broke, not that the machine was busy. */
const leastRatio = 0.05;

describe('the benchmark, on a small scale', () => {
  let folder: TemporaryFolder;
  let report: BenchReport;
  beforeAll(async () => {
    folder = await temporaryFolder();
    report = await bench({ sizes: [500, 1_500], seconds: 0.3, rounds: 3, steps: 200, folder: folder.path('.'), declarations: withoutViews });
  }, 30_000);
  afterAll(() => folder.remove());

  test('measures one caller and many, in a small log and in a larger one', () => {
    expect(report.compared.map(({ events, callers }) => [events, callers])).toEqual([[500, 1], [1_500, 1], [500, 32], [1_500, 32]]);
    for (const { events, grewTo, enginePerSecond, barePerSecond } of report.compared) {
      expect(grewTo).toBeGreaterThan(events);
      expect(enginePerSecond).toBeGreaterThan(0);
      expect(barePerSecond).toBeGreaterThan(0);
    }
  });

  test('finds the whole engine no more than twenty times slower than bare inserts of the same bytes', () => {
    for (const { ratio } of report.compared) expect(ratio).toBeGreaterThan(leastRatio);
  });

  test('sees that a lone caller has a flush to himself and that many callers share one', () => {
    for (const { callers, commandsPerGroup, eventsPerCommand } of report.compared) {
      expect(eventsPerCommand).toBe(3); // the number that is given, the payment, the limit that it consumes
      if (callers === 1) expect(commandsPerGroup).toBe(1);
      else expect(commandsPerGroup).toBeGreaterThan(4);
    }
  });

  test('plays a playbook and says what limits each figure', () => {
    expect(report.play.perSecond).toBeGreaterThan(100);
    expect(report.play.steps).toBe(205);
    expect(report.limits).toHaveLength(report.compared.length + 1);
  });

  test('leaves nothing behind', () => expect(readdirSync(folder.path('.'))).toEqual([]));
});
