import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { filesCopied, filesInWords } from '../files-copied.js';
import { filesAddress, logAddress, withLog } from '../log-at.js';

interface Options extends Everywhere {
  readonly from?: string;
}

/** Where the files of a backup lie: beside it, since they are no part of the log. */
export const filesBeside = (backup: string): string => `${backup.replace(/\.db$/, '')}.files.db`;

/** `tally backup`: one file that holds the whole log, and one beside it with the files that answer questions. */
export const backupCommand = (cli: Cli): Command =>
  taught(cli, 'backup', {
    summary: 'Copy the log into one file while others go on writing; it never replaces a file.',
    more: `Files that answer questions go into another file beside it; views are made again from the log. The file is a log itself,
wherever the original lies: tally restore and tally copy read it, and both check every byte.`,
    examples: ['tally backup /mnt/safe/grants-2012-06-13.db', 'tally backup copy.db --data /srv/tallystick --json', 'tally backup copy.db --from postgres://tally@db/events'],
  })
    .argument('<file>', 'where to put the copy')
    .option('--from <store>', 'the log to copy: an address, a file or a folder (default: that of this installation)')
    .action(async (file: string, options: Options) =>
      tell(cli, options, await withLog(logAddress(options.from, placeOf(cli, options)), async (store) => {
        const beside = filesBeside(resolve(file));
        const there = [file, beside].find((each) => existsSync(each));
        if (there !== undefined) throw new Complaint(exitCodes.badInput, `${there} is already there, and a backup never replaces a file. Choose another name`);
        if (!existsSync(dirname(resolve(file)))) throw new Complaint(exitCodes.badInput, `There is no folder ${dirname(resolve(file))}. Make it, or look whether the disk is mounted`);
        const { position } = await store.head();
        await store.backup(resolve(file));
        // The log first: whatever it names was kept before it was named.
        const from = filesAddress(options.from, placeOf(cli, options));
        const files = from === undefined ? undefined : await filesCopied(from, `sqlite:${beside}`);
        const told = files ? filesInWords(cli, beside, files) : ['Files that answer questions lie elsewhere than a log: take them along with tally copy-files'];
        const isWhole = files === undefined || files.altered.length === 0;
        const text = [`${file} holds everything up to at least @${position}`, ...told].join('\n');
        const json = { outcome: 'copied', file: resolve(file), position, ...(files ? { files } : {}) };
        return { json, text, exit: isWhole ? exitCodes.done : exitCodes.refused };
      }, { mustExist: true })));
