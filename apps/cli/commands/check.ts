import type { Command } from 'commander';
import { examine, type Examination } from '#attendance';
import type { Answer } from '../answer.js';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { exitCodes } from '../exit-codes.js';
import { withInstallation } from '../opening.js';
import { progress } from '../progress.js';
import { green, red } from '../terminal.js';

/** `tally check`: whether everything is in order, from the bytes of the log to the last row of a view. */
export const checkCommand = (cli: Cli): Command =>
  taught(cli, 'check', {
    summary: 'Check every byte of the log, the ledgers against it, and that the views are what it makes of them.',
    more: 'Ends with 1 when something is not in order, and names the first bad event. The root (RFC 6962) is what the log is worth as evidence: keep it elsewhere and compare.',
    examples: ['tally check', 'tally check --json | jq -r .log.root', 'tally check --data restored'],
  }).action(async (options: Everywhere) => tell(cli, options, await withInstallation(placeOf(cli, options), async (installation) => answer(cli, await examine(installation, progress(cli, 'read'))))));

function answer(cli: Cli, examination: Examination): Answer {
  const { log, findings } = examination;
  const inOrder = findings.length === 0;
  const text = [
    `${log.events} events, root ${log.root}`,
    ...examination.checked.map((what) => `  checked: ${what}`),
    ...findings.map(({ where, what }) => red(cli.terminal, `  ${where}: ${what}`)),
    inOrder ? green(cli.terminal, 'Everything is in order.') : `Not in order. ${findings[0]?.advice ?? ''}`,
  ].join('\n');
  return { json: { outcome: inOrder ? 'in-order' : 'not-in-order', ...examination }, text, exit: inOrder ? exitCodes.done : exitCodes.refused };
}
