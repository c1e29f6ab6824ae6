import type { Command } from 'commander';
import { londonDate, londonTime, showDate, type IsoDate } from '#kernel';
import type { Answer } from '../answer.js';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { knowing, knownAtOption } from '../knowing.js';
import { withInstallation, type Installation } from '../opening.js';
import { timelineOf, type Entry } from '../timeline.js';

interface Options extends Everywhere {
  readonly knownAt?: string;
  readonly all?: boolean;
}

/** `tally history`: what happened, in sentences. */
export const historyCommand = (cli: Cli): Command =>
  taught(cli, 'history', {
    summary: 'Tell in sentences what happened under a reference or code, who recorded it, when it took effect and when it was known.',
    more: 'It is read from the log itself and needs no view.',
    examples: ['tally history AW-2012-004', 'tally history AW-2012-004 --known-at 2012-06-13', 'tally history FUTURE --json', 'tally history AW-2012-004 --all'],
  })
    .argument('<reference>', 'such as AW-2012-004, or a code such as FUTURE')
    .option(...knownAtOption)
    .option('--all', 'with the limits that were consumed and the references that were issued')
    .action(async (reference: string, options: Options) => tell(cli, options, await withInstallation(placeOf(cli, options), (installation) => history(installation, reference, options))));

async function history({ store, kind }: Installation, reference: string, { knownAt, all }: Options): Promise<Answer> {
  const { position, words } = await knowing(knownAt, store);
  const entries = await timelineOf(store, reference, { ...(position === undefined ? {} : { upTo: position }), all: all === true });
  if (entries.length === 0) {
    const when = position === undefined ? '' : ` at ${words}`;
    throw new Complaint(exitCodes.refused, `Nothing was known about ${reference}${when}. Write it like AW-2012-004, or a code in its own letters, like FUTURE`);
  }
  const heading = `${reference}${position === undefined ? '' : `, as known at ${words}`}${kind === 'demonstration' ? ' (demonstration)' : ''}`;
  return { json: { reference, kind, knownAt: position ?? null, entries }, text: [heading, ...entries.map(line)].join('\n') };
}

function line({ position, on, recordedAt, recordedLate, sentence, actor, role }: Entry): string {
  const late = recordedLate ? `\n${' '.repeat(19)}recorded late, on ${showDate(londonDate(recordedAt))} at ${londonTime(recordedAt)}` : '';
  return `${showDate(on as IsoDate).padEnd(17)}  ${sentence}\n${' '.repeat(19)}${role}, ${actor}  @${position}${late}`;
}
