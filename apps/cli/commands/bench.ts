import { tmpdir } from 'node:os';
import { InvalidArgumentError, type Command } from 'commander';
import type { Answer } from '../answer.js';
import { bench, type BenchReport } from '../bench/index.js';
import { taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { declarations } from '../declarations.js';
import { table } from '../table.js';

interface Options extends Everywhere {
  readonly events?: readonly number[];
  readonly seconds?: number;
  readonly in: string;
  readonly smoke?: boolean;
}

/** A log needs room for the scene; above the most, filling it takes longer than anybody waits. */
const [fewest, most] = [100, 5_000_000];

/** `tally bench`: how fast it is on this machine, beside what the disk and SQLite give without it. */
export const benchCommand = (cli: Cli): Command =>
  taught(cli, 'bench', {
    summary: 'Measure commands per second, beside bare inserts of the same bytes into the same database.',
    more: 'It makes logs of its own and removes them; --data is not touched. A ratio of 0.5 means: half as fast as SQLite with no engine at all.',
    examples: ['tally bench', 'tally bench --events 10000,200000 --seconds 5 --json', 'tally bench --in /srv/tallystick   # the disk that matters', 'tally bench --smoke              # a few seconds: does it run?'],
  })
    .option('--events <sizes>', 'sizes of the logs in events, with commas (default: 10000,200000)', sizes)
    .option('--seconds <seconds>', 'seconds for each size and number of callers (default: 3)', seconds)
    .option('--in <folder>', 'where the logs are made', tmpdir())
    .option('--smoke', 'small and quick; its figures mean little')
    .action(async (options: Options) => tell(cli, options, await measured(cli, options)));

async function measured(cli: Cli, options: Options): Promise<Answer> {
  const scale = options.smoke === true ? { sizes: [1_000], seconds: 0.6, rounds: 3, steps: 200 } : { sizes: [10_000, 200_000], seconds: 3, rounds: 7, steps: 3_000 };
  const report = await bench({
    ...scale,
    ...(options.events ? { sizes: options.events } : {}),
    ...(options.seconds === undefined ? {} : { seconds: options.seconds }),
    folder: options.in,
    declarations,
    ...(cli.terminal.isPerson ? { onProgress: (doing) => cli.terminal.err(`${doing} ...`) } : {}),
  });
  return { json: report, text: inWords(report) };
}

const whole = (figure: number): string => Math.round(figure).toLocaleString('en-GB');

function inWords({ machine, command, rounds, compared, largestOverSmallest, play, limits }: BenchReport): string {
  const headings = ['Events', 'Callers', 'Engine/s', 'Bare/s', 'Ratio', 'To a flush'];
  const rows = compared.map((each) => [whole(each.events), each.callers, whole(each.enginePerSecond), whole(each.barePerSecond), each.ratio.toFixed(2), each.commandsPerGroup.toFixed(1)]);
  return [
    `Node ${machine.node} on ${machine.platform}, ${machine.cores} cores. Durable ${command} commands, medians of ${rounds} rounds in turns.`,
    '',
    table(headings, rows),
    '',
    ...largestOverSmallest.map(({ callers, engine, bare }) => `Largest log over smallest, ${callers} ${callers === 1 ? 'caller' : 'callers'}: engine ${engine.toFixed(2)}, bare ${bare.toFixed(2)}`),
    `Playing a playbook of ${whole(play.steps)} steps: ${whole(play.perSecond)} commands/s (reading it: ${whole(play.readingPerSecond)}/s)`,
    '',
    ...limits,
  ].join('\n');
}

function sizes(text: string): readonly number[] {
  const given = text.split(',').map((each) => Number(each.trim()));
  if (given.every((size) => Number.isInteger(size) && size >= fewest && size <= most)) return given;
  throw new InvalidArgumentError(`Write whole numbers from ${fewest} to ${most} with commas, like 10000,200000`);
}

function seconds(text: string): number {
  const given = Number(text);
  if (text.trim() !== '' && given > 0 && given <= 600) return given;
  throw new InvalidArgumentError('Write a number of seconds up to 600, like 3');
}
