import type { Command } from 'commander';
import type { Answer } from '../answer.js';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { knowing, knownAtOption } from '../knowing.js';
import { withInstallation, type Installation } from '../opening.js';
import { standingOf } from '../standing.js';
import { stateInWords } from '../state-in-words.js';
import { pairs } from '../table.js';
import { bold } from '../terminal.js';

interface Options extends Everywhere {
  readonly knownAt?: string;
}

/** `tally show`: what stands under a reference, now or as it was known. */
export const showCommand = (cli: Cli): Command =>
  taught(cli, 'show', {
    summary: 'Show what stands under a reference or code: an award, payment, application, round, saving, expert, organisation, programme, fund or body.',
    examples: ['tally show AW-2012-004', 'tally show AW-2012-004 --known-at 2012-06-12', 'tally show PY-2012-001 --json', 'tally show FUTURE'],
  })
    .argument('<reference>', 'such as AW-2012-004, or a code such as FUTURE')
    .option(...knownAtOption)
    .action(async (reference: string, options: Options) => tell(cli, options, await withInstallation(placeOf(cli, options), (installation) => show(cli, installation, reference, options))));

async function show(cli: Cli, { store, kind }: Installation, reference: string, { knownAt }: Options): Promise<Answer> {
  const { position, words } = await knowing(knownAt, store);
  const standing = await standingOf(store, reference, position);
  if (standing.length === 0) {
    const when = position === undefined ? '' : ` at ${words}`;
    throw new Complaint(exitCodes.refused, `Nothing was known about ${reference}${when}. Write it like AW-2012-004, or a code in its own letters, like FUTURE`);
  }
  const json = { reference, kind, knownAt: position ?? null, standing };
  const text = standing.map(({ noun, stream, state }) => `${bold(cli.terminal, noun)} (${stream})\n${pairs(stateInWords(state))}`).join('\n\n');
  return { json, text: position === undefined ? text : `As known at ${words}\n\n${text}` };
}
