import { Command, CommanderError } from 'commander';
import { backupCommand } from './commands/backup.js';
import { benchCommand } from './commands/bench.js';
import { catalogueCommand } from './commands/catalogue.js';
import { checkCommand } from './commands/check.js';
import { commandsCommand } from './commands/commands.js';
import { copyAccountsCommand } from './commands/copy-accounts.js';
import { copyFilesCommand } from './commands/copy-files.js';
import { copyCommand } from './commands/copy.js';
import { historyCommand } from './commands/history.js';
import { jobsCommand } from './commands/jobs.js';
import { ledgerCommand } from './commands/ledger.js';
import { peopleCommand } from './commands/people.js';
import { playCommand } from './commands/play.js';
import { rebuildCommand } from './commands/rebuild.js';
import { restoreCommand } from './commands/restore.js';
import { runCommand } from './commands/run.js';
import { schemeCommand } from './commands/scheme.js';
import { showCommand } from './commands/show.js';
import { viewsCommand } from './commands/views.js';
import { settled, type Cli, type Place } from './cli-command.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { complaintOf } from './fault-report.js';
import { red, type Terminal } from './terminal.js';

const all = [playCommand, runCommand, commandsCommand, showCommand, historyCommand, schemeCommand, ledgerCommand, peopleCommand, jobsCommand, viewsCommand, checkCommand, rebuildCommand, backupCommand, restoreCommand, copyCommand, copyAccountsCommand, copyFilesCommand, catalogueCommand, benchCommand];

const codes = `
Exit codes: 0 done, 1 refused or not in order, 2 bad input, 3 the store is out of reach.

Examples:
  tally play infra/demonstration/future-councils.yaml --demonstration
  tally show AW-2012-004
  tally history AW-2012-004 --known-at 2012-06-13
  tally commands ApproveAward`;

/** Runs `tally` with the words that were typed, and says how it ended. Nothing but a broken machine throws. */
export async function tally(words: readonly string[], terminal: Terminal, place: Place = { folder: 'data' }): Promise<ExitCode> {
  let exit: ExitCode = exitCodes.done;
  const cli: Cli = { terminal, place, end: (code) => (exit = code) };
  const root = settled(cli, new Command('tally'))
    .description('Plays, runs, shows and checks a Tallystick installation.')
    .addHelpText('after', codes)
    .enablePositionalOptions()
    .helpCommand('help [command]', 'help about a command')
    .showSuggestionAfterError();
  for (const command of all) root.addCommand(command(cli));
  try {
    await root.parseAsync(words.length === 0 ? ['--help'] : [...words], { from: 'user' });
    return exit;
  } catch (fault) {
    if (fault instanceof CommanderError && fault.exitCode === 0) return exitCodes.done;
    return complain(fault, words, terminal);
  }
}

/** In the form that was asked for: with --json, a complaint is a JSON document on standard output too. */
function complain(fault: unknown, words: readonly string[], terminal: Terminal): ExitCode {
  const { exit, message, details } = complaintOf(fault);
  if (words.includes('--json')) terminal.out(JSON.stringify({ error: { exit, message, ...details } }, null, 2));
  else terminal.err(`${red(terminal, 'tally:')} ${message}`);
  return exit;
}
