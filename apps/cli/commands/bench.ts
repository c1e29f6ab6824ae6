import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { declarations } from '#attendance';
import type { Answer } from '../answer.js';
import { inWords } from '../bench/in-words.js';
import { bench, parts, type Part } from '../bench/index.js';
import { taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';

interface Options extends Everywhere {
  readonly events?: readonly number[];
  readonly seconds?: number;
  readonly only?: readonly Part[];
  readonly in: string;
  readonly smoke?: boolean;
  readonly postgres?: string;
  readonly peer?: string;
}

/** A log needs room for the scene; above the most, filling it takes longer than anybody waits. */
const [fewest, most] = [200, 5_000_000];
const whole = { sizes: [10_000, 100_000, 1_000_000], seconds: 5, rounds: 5, asked: 100, steps: 3_000 };
const small = { sizes: [1_000, 2_000, 4_000], seconds: 0.6, rounds: 3, asked: 20, steps: 200, idleMilliseconds: 500, hours: 72, schemes: { applications: 300, bodies: 2_000, awards: 20 } };

/** `tally bench`: how fast it is on this machine, beside what the disk and SQLite give without it. */
export const benchCommand = (cli: Cli): Command =>
  taught(cli, 'bench', {
    summary: 'Measure commands, rebuilding, questions and starting, each beside the least that any way of doing it must do.',
    more: 'It makes logs of its own and removes them; --data is not touched. A ratio of 0.5 means: half as fast as SQLite with no engine at all.',
    examples: ['tally bench', 'tally bench --events 10000,200000 --seconds 5 --json', 'tally bench --only commands,reads', 'tally bench --in /srv/tallystick   # the disk that matters', 'tally bench --smoke              # a few seconds: does it run?', 'tally bench --only postgres,year --postgres postgres://tally@127.0.0.1/postgres', 'tally bench --only year          # what ten million awards a year come to', 'tally bench --only schemes       # ranking, sharing, and what terms cost'],
  })
    .option('--events <sizes>', 'sizes of the logs in events, with commas (default: 10000,100000,1000000)', sizes)
    .option('--seconds <seconds>', 'seconds for each size and number of callers (default: 5)', seconds)
    .option('--only <parts>', `what to measure, with commas: ${parts.join(', ')} (default: the first four)`, partsNamed)
    .option('--in <folder>', 'where the logs are made', tmpdir())
    .addOption(new Option('--postgres <address>', 'a PostgreSQL server on which databases may be made; they are removed again').env('BENCH_POSTGRES_URL'))
    .option('--peer <script>', 'what to measure beside on PostgreSQL: infra/bench/peers/append.js, once its packages are installed')
    .option('--smoke', 'small and quick; its figures mean little')
    .action(async (options: Options) => tell(cli, options, await measured(cli, options)));

async function measured(cli: Cli, options: Options): Promise<Answer> {
  if (options.only?.includes('postgres') && options.postgres === undefined) {
    throw new Complaint(exitCodes.badInput, 'Which PostgreSQL? Name a server with --postgres or BENCH_POSTGRES_URL, or start one for the purpose with: npm run bench:postgres');
  }
  const scale = options.smoke === true ? small : whole;
  const server = fileURLToPath(new URL('../../server/main.js', import.meta.url));
  const report = await bench({
    ...scale,
    ...(options.events ? { sizes: options.events } : {}),
    ...(options.seconds === undefined ? {} : { seconds: options.seconds }),
    ...(options.only ? { only: options.only } : {}),
    ...(options.postgres === undefined ? {} : { postgres: options.postgres }),
    ...(options.peer === undefined ? {} : { peer: resolve(options.peer) }),
    folder: options.in,
    declarations,
    server,
    ...(cli.terminal.isPerson ? { onProgress: (doing) => cli.terminal.err(`${doing} ...`) } : {}),
  });
  return { json: report, text: inWords(report) };
}

function sizes(text: string): readonly number[] {
  const given = text.split(',').map((each) => Number(each.trim()));
  if (given.every((size) => Number.isInteger(size) && size >= fewest && size <= most)) return given;
  throw new InvalidArgumentError(`Write whole numbers from ${fewest} to ${most} with commas, like 10000,200000`);
}

function partsNamed(text: string): readonly Part[] {
  const given = text.split(',').map((each) => each.trim());
  const isPart = (name: string): name is Part => parts.some((part) => part === name);
  if (given.every(isPart)) return given;
  throw new InvalidArgumentError(`Name some of ${parts.join(', ')}, with commas`);
}

function seconds(text: string): number {
  const given = Number(text);
  if (text.trim() !== '' && given > 0 && given <= 600) return given;
  throw new InvalidArgumentError('Write a number of seconds up to 600, like 3');
}
