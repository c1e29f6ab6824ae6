import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { fileOf, schemeOf, shown } from '#platform/installation';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { filesCopied, filesInWords } from '../files-copied.js';
import { filesNamed } from '../log-at.js';

interface Options extends Everywhere {
  readonly from?: string;
  readonly to?: string;
}

/** `tally copy-files`: the files that answer questions, which are no part of the log. */
export const copyFilesCommand = (cli: Cli): Command =>
  taught(cli, 'copy-files', {
    summary: 'Take the files that answer questions to another place, or bring them back from a backup.',
    more: `A place is an address (sqlite:<file>, postgres://user@host/database: that of VIEW_STORE_URL), the file of a backup, or a folder.
What is there stays; what was altered there is made good. Every byte is read on both sides and compared with its digest: exit code 1 when a file of the source is not as it was sent.`,
    examples: ['tally copy-files --from /srv/tallystick --to postgres://tally@db/views', 'tally copy-files --from /mnt/safe/tallystick-files.db'],
  })
    .option('--from <place>', 'where the files are (default: those of this installation)')
    .option('--to <place>', 'where they are to be (default: this installation)')
    .action(async (options: Options) => {
      const [from, to] = [filesNamed(options.from, placeOf(cli, options)), filesNamed(options.to, placeOf(cli, options))];
      if (from === to) throw new Complaint(exitCodes.badInput, `${shown(from)} is both where the files are and where they were to go. Name two places`);
      if (schemeOf(from) === 'sqlite' && !existsSync(fileOf(from)))
        throw new Complaint(
          exitCodes.storeOutOfReach,
          `There are no files at ${shown(from)}. Name a folder, the file of a backup, or an address like postgres://user@host/database`,
        );
      const copied = await filesCopied(from, to);
      const isWhole = copied.altered.length === 0;
      const lines = filesInWords(cli, to, copied);
      const text = lines.length === 0 ? `No file is kept at ${shown(from)}` : lines.join('\n');
      tell(cli, options, {
        json: { outcome: isWhole ? 'copied' : 'not-whole', from: shown(from), to: shown(to), ...copied },
        text,
        exit: isWhole ? exitCodes.done : exitCodes.refused,
      });
    });
