import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { copyLog, type EventStore } from '#platform/event-store';
import { fileOf, schemeOf, shown } from '#platform/installation';
import { checkLog, type LogCheck } from '#platform/transparency';
import type { Answer } from '../answer.js';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { exitCodes } from '../exit-codes.js';
import { filesCopied, filesInWords } from '../files-copied.js';
import { filesAddress, logAddress, withLog } from '../log-at.js';
import { progress } from '../progress.js';
import { green, red } from '../terminal.js';

interface Options extends Everywhere {
  readonly from?: string;
  readonly to: string;
  readonly follow?: boolean;
  readonly dryRun?: boolean;
}

/** `tally copy`: a log from one store into another, and the proof that they are the same. */
export const copyCommand = (cli: Cli): Command =>
  taught(cli, 'copy', {
    summary: 'Copy a log from one store into another, record by record, and prove that both are the same.',
    more: `A store is an address (sqlite:<file>, postgres://user@host/database, kurrentdb://host:2113), the file of a log, or a folder. The source may be in use; a
copy that was cut goes on where it was. At the end both are read once more and their roots (RFC 6962) compared: exit code 1 when they differ.`,
    examples: [
      'tally copy --to postgres://tally@db/events --dry-run',
      'tally copy --from /srv/tallystick --to postgres://tally@db/events --follow',
      'tally copy --from postgres://tally@db/events --to /mnt/safe/embedded',
    ],
  })
    .option('--from <store>', 'the log to copy (default: that of this installation)')
    .requiredOption('--to <store>', 'where to; an empty store, or one that holds the beginning of the same log')
    .option('--follow', 'go on until nothing is left to copy, though the source grows meanwhile')
    .option('--dry-run', 'say what would be copied')
    .action(async (options: Options) => {
      const [from, to] = [logAddress(options.from, placeOf(cli, options)), logAddress(options.to, placeOf(cli, options))];
      const names = { from: shown(from), to: shown(to) };
      const copied = (source: EventStore) => withLog(placeFor(to, options), (target) => copy(cli, { source, target, names }, options));
      const answer = await withLog(from, copied, { mustExist: true });
      tell(cli, options, await withFiles(cli, answer, options));
    });

/** Files go with a log from installation to installation. Where only a log was named nobody knows where its files are, or are to be. */
async function withFiles(cli: Cli, answer: Answer, options: Options): Promise<Answer> {
  if (options.dryRun || (answer.exit ?? exitCodes.done) !== exitCodes.done) return answer;
  const [from, to] = [filesAddress(options.from, placeOf(cli, options)), filesAddress(options.to, placeOf(cli, options))];
  const advice = '  files that answer questions lie beside the views: take them along with tally copy-files.';
  if (from === undefined || to === undefined) return { ...answer, text: `${answer.text}\n${advice}` };
  const files = await filesCopied(from, to);
  const exit = files.altered.length === 0 ? exitCodes.done : exitCodes.refused;
  return { json: { ...(answer.json as object), files }, text: [answer.text, ...filesInWords(cli, to, files)].join('\n'), exit };
}

/** Makes the folder of a log that is to be; saying what would be copied makes nothing. */
function placeFor(to: string, { dryRun }: Options): string {
  if (schemeOf(to) !== 'sqlite' || existsSync(fileOf(to))) return to;
  if (dryRun) return 'memory:';
  mkdirSync(dirname(fileOf(to)), { recursive: true });
  return to;
}

interface Copying {
  readonly source: EventStore;
  readonly target: EventStore;
  readonly names: { readonly from: string; readonly to: string };
}

async function copy(cli: Cli, { source, target, names }: Copying, { follow, dryRun }: Options): Promise<Answer> {
  const onProgress = progress(cli, 'copied');
  const copied = await copyLog(source, target, { ...(onProgress ? { onProgress } : {}), ...(dryRun ? { dryRun } : {}) });
  if (dryRun) {
    const text = `${copied.events - copied.before} events would be copied from ${names.from} to ${names.to}, behind the ${copied.before} that are there`;
    return { json: { outcome: 'would-copy', ...names, ...copied }, text };
  }
  let { events } = copied;
  while (follow && (await source.head()).position > events) ({ events } = await copyLog(source, target, onProgress ? { onProgress } : {}));

  const checked = { source: await checkLog(source, progress(cli, 'read of the source'), events), target: await checkLog(target, progress(cli, 'read of the copy'), events) };
  const grown = (await source.head()).position - events;
  return proof(cli, { names, before: copied.before, grown, ...checked });
}

interface Proof {
  readonly names: Copying['names'];
  readonly before: number;
  /** Events that the source took on since. */
  readonly grown: number;
  readonly source: LogCheck;
  readonly target: LogCheck;
}

const afterwards = `Now, before anybody works in the copy:
  stop the servers and workers of the source: two logs that both go on are two logs;
  views are made again from the copy; where views of another log stand, they answer nothing until tally rebuild;
  accounts and sessions are no part of the log: take them along with tally copy-accounts;
  the access log stays where it was written: keep its file.`;

function proof(cli: Cli, { names, before, grown, source, target }: Proof): Answer {
  const [bad] = [...source.findings.map((finding) => ({ ...finding, where: names.from })), ...target.findings.map((finding) => ({ ...finding, where: names.to }))];
  const isSame = source.events === target.events && source.root === target.root && bad === undefined;
  const json = { outcome: isSame ? 'copied' : 'not-the-same', ...names, before, grown, events: target.events, root: target.root, source, target };
  const text = [
    `${target.events - before} events copied`,
    `  ${names.from}: ${source.events} events, root ${source.root}`,
    `  ${names.to}: ${target.events} events, root ${target.root}`,
    ...(bad ? [red(cli.terminal, `  ${bad.where}: event @${bad.position} ${bad.what}`)] : []),
    isSame ? green(cli.terminal, 'Both come to the same root: they are the same log.') : red(cli.terminal, 'They are NOT the same log: do not use the copy.'),
    ...(isSame && grown > 0 ? [`The source has ${grown} more events since. Copy again once nobody works in it, and only these are copied.`] : []),
    ...(isSame ? [afterwards] : []),
  ].join('\n');
  return { json, text, exit: isSame ? exitCodes.done : exitCodes.refused };
}
