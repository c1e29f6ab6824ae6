import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { logAddress, withLog } from '../log-at.js';

interface Options extends Everywhere {
  readonly from?: string;
}

/** `tally backup`: one file that holds the whole log. */
export const backupCommand = (cli: Cli): Command =>
  taught(cli, 'backup', {
    summary: 'Copy the log into one file while others go on writing; it never replaces a file.',
    more: 'Only the log is copied: views are made again from it. The file is a log itself, wherever the original lies: tally restore and tally copy read it, and both check every byte.',
    examples: ['tally backup /mnt/safe/grants-2012-06-13.db', 'tally backup copy.db --data /srv/tallystick --json', 'tally backup copy.db --from postgres://tally@db/events'],
  })
    .argument('<file>', 'where to put the copy')
    .option('--from <store>', 'the log to copy: an address, a file or a folder (default: that of this installation)')
    .action(async (file: string, options: Options) =>
      tell(cli, options, await withLog(logAddress(options.from, placeOf(cli, options)), async (store) => {
        if (existsSync(file)) throw new Complaint(exitCodes.badInput, `${file} is already there, and a backup never replaces a file. Choose another name`);
        if (!existsSync(dirname(resolve(file)))) throw new Complaint(exitCodes.badInput, `There is no folder ${dirname(resolve(file))}. Make it, or look whether the disk is mounted`);
        const { position } = await store.head();
        await store.backup(resolve(file));
        return { json: { outcome: 'copied', file: resolve(file), position }, text: `${file} holds everything up to at least @${position}` };
      }, { mustExist: true })));
