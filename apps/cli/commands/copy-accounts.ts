import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { copyAccounts } from '#platform/accounts';
import { fileOf, schemeOf, shown } from '#platform/databases';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { accountsAddress } from '../log-at.js';
import { pairs } from '../table.js';

interface Options extends Everywhere {
  readonly from?: string;
  readonly to: string;
}

/** `tally copy-accounts`: what is no part of the log, and goes with it when an installation moves. */
export const copyAccountsCommand = (cli: Cli): Command =>
  taught(cli, 'copy-accounts', {
    summary: 'Take accounts, sessions, links and tokens to a place where nobody has an account yet.',
    more: 'Stop the servers of both places first. A place is an address (sqlite:<file>, postgres://user@host/database: that of VIEW_STORE_URL) or a folder. Whoever is signed in stays so.',
    examples: ['tally copy-accounts --from /srv/tallystick --to postgres://tally@db/views'],
  })
    .option('--from <place>', 'where the accounts are (default: those of this installation)')
    .requiredOption('--to <place>', 'where they are to be')
    .action(async (options: Options) => {
      const [from, to] = [accountsAddress(options.from, placeOf(cli, options)), accountsAddress(options.to, placeOf(cli, options))];
      if (schemeOf(from) === 'sqlite' && !existsSync(fileOf(from))) throw new Complaint(exitCodes.storeOutOfReach, `There are no accounts at ${shown(from)}. Name a folder, or an address like postgres://user@host/database`);
      if (from === to) throw new Complaint(exitCodes.badInput, `${shown(from)} is both where the accounts are and where they were to go. Name two places`);
      const copied = await copyAccounts(from, to);
      tell(cli, options, { json: { outcome: 'copied', from: shown(from), to: shown(to), ...copied }, text: `Copied from ${shown(from)} to ${shown(to)}\n${pairs(Object.entries(copied))}` });
    });
