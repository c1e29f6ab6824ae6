import type { Command } from 'commander';
import { showDate, toDate } from '#kernel';
import { changeInWords, inMarkdown, schemePage } from '#views/schemes';
import type { Answer } from '../answer.js';
import { placeOf, taught, tell, type Cli, type Everywhere } from '../cli-command.js';
import { Complaint } from '../complaint.js';
import { exitCodes } from '../exit-codes.js';
import { asOfOption, clocksTyped, knownAtOption } from '../knowing.js';
import { asked } from '../ledger-export.js';
import { withInstallation, type Installation } from '../opening.js';

interface Options extends Everywhere {
  readonly knownAt?: string;
  readonly asOf?: string;
  readonly markdown?: boolean;
}

/** `tally scheme`: the terms of a programme or a round in plain words. */
export const schemeCommand = (cli: Cli): Command =>
  taught(cli, 'scheme', {
    summary: 'Say in plain words on which terms a programme, or one of its rounds, gives: what, how much, to whom, how and until when.',
    examples: ['tally scheme FUTURE', 'tally scheme RD-2012-001 --known-at 2012-06-13', 'tally scheme FUTURE --as-of 2012-06-13 --json', 'tally scheme FUTURE --markdown > future.md'],
  })
    .argument('<programme or round>', 'such as FUTURE or RD-2012-001')
    .option(...knownAtOption)
    .option(...asOfOption)
    .option('--markdown', 'a page of Markdown')
    .action(async (of: string, options: Options) => tell(cli, options, await withInstallation(placeOf(cli, options), (installation) => scheme(installation, of, options))));

async function scheme(installation: Installation, of: string, options: Options): Promise<Answer> {
  const clocks = await clocksTyped(options, installation.store);
  const found = await asked(installation, schemePage, /^RD-\d/.test(of) ? { round: of } : { programme: of }, clocks);
  if (!found) throw new Complaint(exitCodes.refused, `Nothing is known about the terms of ${of}. A programme has terms once they are designed (DesignScheme), and a round that is opened from then on`);
  const { name, version, since, sections, versions } = found;
  const text = [
    `${name} (${of}), version ${version}, since ${showDate(toDate(since))}`,
    ...sections.map(({ heading, sentences }) => [heading, ...sentences.map((sentence) => `  ${sentence}`)].join('\n')),
    ...(versions.length > 1 ? [['Versions', ...versions.map((each) => `  ${changeInWords(each)}`)].join('\n')] : []),
  ].join('\n\n');
  return { json: found, text: options.markdown === true ? inMarkdown(found).trimEnd() : text };
}
