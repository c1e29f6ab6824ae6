import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { commands } from '#domain';
import { maySignInAs } from '#domain/people';
import { merged, play, readTogether, type Playbook, type PlaybookText, type PlayReport } from '#platform/playbooks';
import type { Answer } from '../answer.js';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { complaintOf } from '../fault-report.js';
import { hasLog, nameOf, withOpened, type Installation } from '../opening.js';
import { wasPlayed } from '../was-played.js';

interface Options extends Everywhere {
  readonly demonstration?: boolean;
  readonly history?: boolean;
  readonly onlyRead?: boolean;
}

/** `tally play`: brings playbooks into a log, through the same door as everything else. */
export const playCommand = (cli: Cli): Command =>
  taught(cli, 'play', {
    summary: 'Play playbooks (YAML or JSON Lines): a demonstration, or history that is brought in.',
    more: 'Everything that is wrong with a file is told before its first step plays. Playing again continues and doubles nothing.',
    examples: [
      'tally play infra/demonstration/future-councils.yaml --demonstration',
      'tally play infra/demonstration/*.yaml --demonstration        # all of it, as npm start plays it',
      'tally play history-2011.yaml history-2012.jsonl --data /srv/tallystick',
      'tally play spring.yaml --only-read        # find what is wrong with it, and play nothing',
      'cat spring.jsonl | tally play -',
    ],
  })
    .argument('<file...>', 'playbooks; a demonstration plays them together in the order of recording, a live log one after another; - reads standard input')
    .option('--demonstration', 'begin a log that says everywhere that it is a demonstration and takes its clock from the playbook')
    .option('--history', 'play a demonstration into a live log all the same, as history')
    .option('--only-read', 'read the playbooks, say what is wrong, and play nothing')
    .action(async (files: string[], options: Options) => tell(cli, options, await playFiles(cli, files, options)));

async function playFiles(cli: Cli, files: readonly string[], options: Options): Promise<Answer> {
  const playbooks = await read(cli, files);
  if (options.onlyRead === true) {
    const books = playbooks.map(({ name, file, steps }) => ({ playbook: name, file, steps: steps.length }));
    return { json: { outcome: 'read', playbooks: books }, text: books.map(({ file, steps }) => `${file}: ${counted(steps)}, nothing wrong`).join('\n') };
  }
  const place = placeOf(cli, options);
  const isThere = await hasLog(place);
  if (!isThere) mustSuit(playbooks, options, nameOf(place));
  const recordedAt = playbooks.flatMap(({ steps }) => steps.map((step) => step.recordedAt)).sort()[0];
  const kind = options.demonstration === true && !isThere ? ('demonstration' as const) : undefined;
  return withOpened({ ...place, ...(kind ? { kind } : {}), ...(kind && recordedAt !== undefined ? { recordedAt } : {}) }, (installation) => playAll(cli, playbooks, installation, options));
}

async function read(cli: Cli, files: readonly string[]): Promise<readonly Playbook[]> {
  const texts: PlaybookText[] = [];
  for (const file of files) {
    texts.push(file === '-' ? { file: 'standard-input', text: await cli.terminal.readStdin() } : { file, text: readFileSync(file, 'utf8') });
  }
  const reading = readTogether(texts, commands, maySignInAs);
  if (reading.ok) return reading.value;
  const problems = reading.problems.map(({ line, message }) => ({ file: reading.file, line, message }));
  const lines = problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  throw new Complaint(exitCodes.badInput, `Nothing was played, because this must be mended first:\n  ${lines.join('\n  ')}`, { problems });
}

/** Made-up figures belong into a log that says so; whether a new log will is known before it is made. */
function mustSuit(playbooks: readonly Playbook[], { demonstration, history }: Options, name: string): void {
  const madeUp = playbooks.find((each) => each.demonstration);
  if (!madeUp || demonstration === true || history === true) return;
  throw new Complaint(exitCodes.badInput, `${madeUp.file} is a demonstration and there is no log in ${name} yet. Begin one that says so with --demonstration, or a live one with --history`);
}

async function playAll(cli: Cli, playbooks: readonly Playbook[], installation: Installation, options: Options): Promise<Answer> {
  const { kind, store, engine, folder } = installation;
  if (kind === 'live' && options.demonstration === true) {
    throw new Complaint(exitCodes.badInput, `The log in ${folder} is live and stays so. Begin a demonstration in another folder, with --data`);
  }
  const madeUp = playbooks.find((each) => each.demonstration);
  if (kind === 'live' && madeUp && options.history !== true) {
    throw new Complaint(exitCodes.badInput, `${madeUp.file} is a demonstration and the log in ${folder} is live. Play it with --demonstration --data <another folder>, or with --history if it really happened`);
  }
  const reports: PlayReport[] = [];
  // A demonstration takes its clock from its playbooks, and time in a log never goes backwards.
  for (const playbook of kind === 'demonstration' ? [merged(playbooks)] : playbooks) {
    const { recordedAt: recordedUpTo } = await store.head();
    const onProgress = cli.terminal.isPerson ? progress(cli, playbook) : undefined;
    const stage = { kind, run: engine.run.bind(engine), wasPlayed: wasPlayed(store), ...(recordedUpTo === undefined ? {} : { recordedUpTo }) };
    const given = Object.assign({}, ...reports.filter(({ playbook: name }) => playbook.after.includes(name)).map(({ references }) => references)) as Readonly<Record<string, string>>;
    const report = await play(playbook, stage, { given, ...(onProgress ? { onProgress } : {}) });
    reports.push(report);
    if (report.stopped) break;
  }
  const { position } = await store.head();
  return answer(reports, { folder, kind, position });
}

function progress(cli: Cli, { file }: Playbook): (done: number, of: number) => void {
  let told = 0;
  return (done, of) => {
    if (done - told < 1_000) return;
    told = done;
    cli.terminal.err(`${file}: ${done} of ${of}`);
  };
}

function answer(reports: readonly PlayReport[], log: { readonly folder: string; readonly kind: string; readonly position: number }): Answer {
  const stopped = reports.at(-1)?.stopped;
  const fault = stopped?.fault === undefined ? undefined : complaintOf(stopped.fault);
  const exit = fault?.exit ?? (stopped ? exitCodes.refused : exitCodes.done);
  const outcome = stopped ? 'stopped' : 'played';
  const plain = reports.map((report) => ({ ...report, ...(report.stopped ? { stopped: { ...report.stopped, fault: fault?.message } } : {}) }));
  return { json: { outcome, ...log, playbooks: plain }, text: [...reports.map(inWords), ending(log)].join('\n'), exit };
}

const counted = (steps: number): string => `${steps} ${steps === 1 ? 'step' : 'steps'}`;

function inWords({ file, steps, played, repeated, refused, skipped, recordedLate, stopped }: PlayReport): string {
  return [
    `${file}: ${counted(steps)}; ${played} played, ${repeated} had been played before, ${refused} refused as they should be`,
    ...(skipped.length > 0 ? [`  not tried again, because what followed is in the log: ${skipped.map((each) => `${each.file === file ? '' : `${each.file} `}line ${each.line} (${each.refusal})`).join(', ')}`] : []),
    ...(recordedLate > 0 ? [`  ${recordedLate} are recorded later than the playbook says: the log had come further already`] : []),
    ...(stopped ? [`  stopped at ${stopped.file}:${stopped.line}, ${stopped.command}: ${stopped.reason}`, `  ${stopped.advice}`] : []),
  ].join('\n');
}

const ending = ({ folder, kind, position }: { readonly folder: string; readonly kind: string; readonly position: number }): string =>
  `The log in ${folder} stands at @${position}.${kind === 'demonstration' ? ' It is a demonstration: what a playbook assumed is made up.' : ''}`;
