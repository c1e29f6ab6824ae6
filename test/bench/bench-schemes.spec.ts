import { declarations } from '#attendance';
import { bench, type BenchReport } from '../../apps/cli/bench/index.js';
import { inWords } from '../../apps/cli/bench/in-words.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';

const runner = new URL('../support/run-decorated.mjs', import.meta.url).href;

describe('the benchmark of schemes, on a small scale', () => {
  let folder: TemporaryFolder;
  let report: BenchReport;
  beforeAll(async () => {
    folder = await temporaryFolder();
    const size = { applications: 450, bodies: 1_500, awards: 12 };
    report = await bench({ sizes: [500], seconds: 0.3, rounds: 1, asked: 1, steps: 1, only: ['schemes'], season: { rounds: 1, awards: 1 }, schemes: size, folder: folder.path('.'), declarations, runWith: ['--disable-warning=ExperimentalWarning', '--import', runner] });
  }, 60_000);
  afterAll(() => folder.remove());

  test('screens, ranks and shares what was asked for, and tells how long others waited meanwhile', () => {
    const { choosing } = report.schemes ?? {};
    expect(choosing).toMatchObject({ applications: 450, bodies: 1_500, few: 10 });
    expect(choosing?.shareMilliseconds).toBeGreaterThan(0);
    for (const choice of [choosing?.screening, choosing?.ranking, choosing?.shareFund, choosing?.shareFundAgain]) {
      for (const figure of [choice?.milliseconds, choice?.processorMilliseconds, choice?.blockedMilliseconds]) expect(figure).toBeGreaterThan(0);
    }
  });

  test('runs the same commands under the simplest terms and under every kind of them', () => {
    const commands = report.schemes?.seasons.commands ?? [];
    expect(commands.map(({ command }) => command)).toEqual(['SubmitApplication', 'RecommendAward', 'ApproveAward', 'ProposeAmount', 'AgreeAmount', 'OfferAgreement', 'SignAgreement', 'AuthorisePayment']);
    for (const each of commands.flatMap(({ simple, other }) => [simple, other])) expect(Math.min(each.milliseconds, each.processorMilliseconds)).toBeGreaterThan(0);
    expect(commands.find(({ command }) => command === 'ApproveAward')).toMatchObject({ simple: { events: 5 }, other: { events: 13 } });
  });

  test('runs the same commands in a round of few and in one of very many', () => {
    const { registers = [] } = report.schemes?.choosing ?? {};
    const stored = registers.map(({ command, simple, other }) => [command, simple.events, other.events]);
    expect(stored).toEqual([['SubmitApplication', 3, 3], ['RecommendAward', 4, 4]]);
  });

  test('judges what was to be reached, the dearest command by its name, and reads as tables', () => {
    expect(report.reaches.map(({ what }) => what.replace(/\d+/g, 'n').replace(/: \w+$/, ': one'))).toEqual([
      'screening and ranking n applications, ms', 'what the process grew by meanwhile, MB', 'the sharing alone, among n bodies, ms',
      'ShareFund whole, register at hand, among n bodies, ms',
      'all commands of an award under every kind of term over the simplest, time',
      'the dearest command under every kind of term over the simplest, time: one',
      'the dearest command under every kind of term over the simplest, processor time: one',
      'the dearest command in a round of n over one of n, time: one', 'the dearest command in a round of n over one of n, processor time: one',
    ]);
    expect(inWords(report)).toContain('ShareFund whole, register at hand');
  });
});
