import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import { copyLog } from '#platform/event-store';
import { fileOf, schemeOf, shown } from '#platform/installation';
import { filesBackup } from '#platform/kept-files';
import { checkLog, type LogCheck } from '#platform/transparency';
import type { Answer } from '../answer.js';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { filesCopied, filesInWords } from '../files-copied.js';
import { filesAddress, logAddress, withLog } from '../log-at.js';
import { filesBeside } from './backup.js';
import { progress } from '../progress.js';

interface Options extends Everywhere {
  readonly to?: string;
}

/** `tally restore`: a backup becomes a log that is worked in. */
export const restoreCommand = (cli: Cli): Command =>
  taught(cli, 'restore', {
    summary: 'Make a backup the log of an installation that has none; every byte of it is checked first.',
    more: `A log that holds anything is never replaced. Files that answer questions come along where their backup lies beside it. Views are made
again from what was restored; accounts are no part of a log and stay as they are.`,
    examples: ['tally restore /mnt/safe/grants-2012-06-13.db --data restored', 'tally restore grants.db --to postgres://tally@db/events', 'tally check --data restored'],
  })
    .argument('<file>', 'a copy that tally backup made')
    .option('--to <store>', 'the log to make: an address, a file or a folder (default: that of this installation)')
    .action(async (file: string, options: Options) => {
      const place = placeOf(cli, options);
      const answer = await restore(cli, file, logAddress(options.to, place));
      tell(cli, options, await withFiles(cli, file, filesAddress(options.to, place), answer));
    });

async function restore(cli: Cli, file: string, to: string): Promise<Answer> {
  if (!existsSync(file)) throw new Complaint(exitCodes.badInput, `There is no file ${file}`);
  const isFile = schemeOf(to) === 'sqlite';
  if (!(isFile && !existsSync(fileOf(to))) && (await withLog(to, (store) => store.head())).position > 0) {
    throw new Complaint(exitCodes.badInput, `${shown(to)} has a log already, and what is stored is never replaced. Choose another place, move that one away, or go on with a copy that was cut: tally copy --from ${file} --to <store>`);
  }
  if (isFile) mkdirSync(dirname(fileOf(to)), { recursive: true });
  // Opening a file may bring it to a newer form, and a backup stays as it was made: its double is checked.
  const folder = mkdtempSync(isFile ? `${fileOf(to)}.restoring-` : join(tmpdir(), 'tally-restoring-'));
  const draft = join(folder, basename(file));
  try {
    copyFileSync(file, draft);
    const log = await checked(cli, file, draft);
    if (isFile) putInPlace(draft, to);
    else await withLog(`sqlite:${draft}`, (source) => withLog(to, (target) => copyLog(source, target, { onProgress: progress(cli, 'restored') ?? (() => undefined) })));
    return inWords(to, log);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files of a backup that lies beside it, or of all backups of its folder. Those that are there already stay. */
async function withFiles(cli: Cli, backup: string, to: string | undefined, { json, text }: Answer): Promise<Answer> {
  const beside = [filesBeside(backup), join(dirname(backup), filesBackup)].find((each) => existsSync(each));
  if (beside === undefined) return { json, text };
  const advice = `Files that answer questions are in ${beside}: bring them with tally copy-files --from ${beside} --to <place of the views>`;
  if (to === undefined) return { json, text: `${text}\n${advice}` };
  const files = await filesCopied(`sqlite:${beside}`, to);
  const exit = files.altered.length === 0 ? exitCodes.done : exitCodes.refused;
  return { json: { ...(json as object), files }, text: [text, ...filesInWords(cli, to, files)].join('\n'), exit };
}

async function checked(cli: Cli, file: string, draft: string): Promise<LogCheck> {
  const log = await withLog(`sqlite:${draft}`, (store) => checkLog(store, progress(cli, 'checked')));
  const [first] = log.findings;
  if (first || log.events === 0) {
    throw new Complaint(exitCodes.refused, `${file} was not restored: ${first ? `event @${first.position} ${first.what}` : 'it is empty'}. Try an older backup`, { findings: log.findings });
  }
  return log;
}

/** Views of a log that was there and never used go with it. */
function putInPlace(draft: string, to: string): void {
  const log = fileOf(to);
  const old = to === logAddress(dirname(log), { folder: dirname(log) }) ? [log, join(dirname(log), 'views.db')] : [log];
  for (const each of old) ['', '-wal', '-shm'].forEach((end) => rmSync(`${each}${end}`, { force: true }));
  renameSync(draft, log);
}

function inWords(to: string, { events, root }: LogCheck): Answer {
  const next = 'Compare the root with the one you kept. Views are made again when the log is next opened; where views of another log stand, they answer nothing until tally rebuild.';
  return { json: { outcome: 'restored', to: shown(to), events, root }, text: `${events} events restored to ${shown(to)}, root ${root}\n${next}` };
}
