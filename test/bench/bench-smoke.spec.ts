import { declarations } from '#attendance';
import { readdirSync } from 'node:fs';
import { bench, type BenchReport } from '../../apps/cli/bench/index.js';
import { inWords } from '../../apps/cli/bench/in-words.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

/** Far below what is reached: it must show that something broke, not that the machine was busy. */
const leastRatio = 0.03;
const sizes = [500, 1_000, 2_000];

describe('the benchmark, on a small scale', () => {
  let folder: TemporaryFolder;
  let report: BenchReport;
  beforeAll(async () => {
    folder = await temporaryFolder();
    report = await bench({ sizes, seconds: 0.3, rounds: 3, asked: 5, steps: 200, season: { rounds: 1, awards: 12 }, callers: [1, 32], folder: folder.path('.'), declarations });
  }, 60_000);
  afterAll(() => folder.remove());

  test('measures one caller and many, in small logs and in larger ones', () => {
    expect(report.compared?.map(({ events, callers }) => [events, callers])).toEqual([1, 32].flatMap((callers) => sizes.map((events) => [events, callers])));
    for (const { events, grewTo, enginePerSecond, barePerSecond } of report.compared ?? []) {
      expect(grewTo).toBeGreaterThan(events);
      expect(enginePerSecond).toBeGreaterThan(0);
      expect(barePerSecond).toBeGreaterThan(0);
    }
  });

  test('finds the whole engine not many times slower than bare inserts of the same bytes', () => {
    for (const { ratio } of report.compared ?? []) expect(ratio).toBeGreaterThan(leastRatio);
  });

  test('sees that a lone caller has a flush to himself and that many callers share one', () => {
    for (const { callers, commandsPerGroup, eventsPerCommand } of report.compared ?? []) {
      expect(eventsPerCommand).toBe(3); // the number that is given, the payment, the limit that it consumes
      if (callers === 1) expect(commandsPerGroup).toBe(1);
      else expect(commandsPerGroup).toBeGreaterThan(16); // they take turns, so that nobody decides in vain
    }
  });

  test('makes all views of each log, and inserts as many rows without them', () => {
    expect(report.rebuilt?.map(({ events }) => events)).toEqual(sizes);
    for (const { events, rows, ratio } of report.rebuilt ?? []) {
      expect(rows).toBeGreaterThan(5 * events);
      expect(ratio).toBeGreaterThan(leastRatio);
    }
  });

  test('asks questions now, as known and as of a day, and finds no statement that goes through a whole table', () => {
    const { times = [], plans = [] } = report.reads ?? {};
    const questions = ['award page', 'list of 100', 'trial balance', 'account of an award'];
    expect(times.map(({ question, clock, events }) => `${question} ${clock} ${events}`).sort()).toEqual(
      questions.flatMap((question) => ['now', 'as known', 'as of a day'].flatMap((clock) => sizes.map((events) => `${question} ${clock} ${events}`))).sort(),
    );
    for (const { p50, p95 } of times) expect(p95).toBeGreaterThanOrEqual(p50);
    expect(new Set(plans.map(({ question, clock }) => `${question} ${clock}`)).size).toBe(12);
    expect(plans.flatMap(({ fullScans }) => fullScans)).toEqual([]);
  });

  test('fits how each measure grows, judges what was to be reached, and says what limits it', () => {
    expect(report.growth.map(({ measure }) => measure)).toEqual(expect.arrayContaining(['time of a command, 32 callers', 'time of an event in a rebuild', 'p95 of award page, as of a day']));
    expect(report.reaches.map(({ what }) => what)).toEqual(expect.arrayContaining(['32 callers against bare inserts', 'statements that go through a whole table']));
    expect(report.limits.length).toBeGreaterThan(sizes.length);
    expect(inWords(report)).toContain('To be reached');
  });

  test('plays a playbook', () => {
    expect(report.play?.perSecond).toBeGreaterThan(50);
    expect(report.play?.steps).toBe(205);
  });

  test('leaves nothing behind', () => expect(readdirSync(folder.path('.'))).toEqual([]));
});
