import type { Command } from 'commander';
import { isLive, viewInWords } from '#attendance';
import type { Answer } from '../answer.js';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { exitCodes } from '../exit-codes.js';
import { withInstallation, type Installation } from '../opening.js';
import { table } from '../table.js';

/** `tally views`: how far each view is. It looks and runs none, so it tells the truth about views of another log too. */
export const viewsCommand = (cli: Cli): Command =>
  taught(cli, 'views', {
    summary: 'List the views of this version: whether each is live, where it stands in the log, and how far one that is being made has come.',
    more: 'Ends with 1 until all of them are live: an upgrade waits for that before it starts servers of its version.',
    examples: ['tally views', 'tally views --json', 'until tally views; do sleep 5; done'],
  }).action(async (options: Everywhere) => tell(cli, options, await withInstallation(placeOf(cli, options), list, { repairing: true })));

async function list({ views: kept }: Installation): Promise<Answer> {
  const { head, views } = await kept.status();
  const areLive = views.every(isLive);
  const rows = views.map((each) => [each.view, String(each.version), `@${each.position}`, viewInWords(each, head)]);
  return { json: { outcome: areLive ? 'live' : 'not-live', head, views }, text: `The log stands at @${head}.\n\n${table(['view', 'version', 'stands at', 'how'], rows)}`, exit: areLive ? exitCodes.done : exitCodes.refused };
}
