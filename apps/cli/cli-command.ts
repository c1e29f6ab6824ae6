import { Command } from 'commander';
import type { AddressSettings } from '#platform/installation';
import type { Answer } from './answer.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import type { Terminal } from './terminal.js';

/** What every command is given: where to write, and how to end. */
export interface Cli {
  readonly terminal: Terminal;
  /** The installation that is meant when --data is not given. */
  readonly place: Place;
  /** Set by the command that ran. */
  end(exit: ExitCode): void;
}

/** Where an installation is: a folder, and what of it an operator has put elsewhere. */
export interface Place {
  readonly folder: string;
  readonly settings?: AddressSettings;
  /** Where people find its pages, for the links that are printed. */
  readonly pages?: string;
}

/** Options that every command takes. */
export interface Everywhere {
  readonly json?: boolean;
  readonly data?: string;
}

/** A folder that was typed means what lies in it, whatever the environment says. */
export const placeOf = (cli: Cli, { data }: Everywhere): Place => (data === undefined ? cli.place : { folder: data });

interface Taught {
  readonly summary: string;
  /** Said in the command's own help, below its summary. */
  readonly more?: string;
  readonly examples: readonly string[];
}

/** A command that teaches: summary, then examples; with --json and --data like all others. */
export function taught(cli: Cli, name: string, { summary, more, examples }: Taught): Command {
  return settled(cli, new Command(name))
    .summary(summary)
    .description(more === undefined ? summary : `${summary}\n\n${more}`)
    .option('--data <folder>', `folder of an installation that lies all in it (default: ${inWords(cli.place)})`)
    .option('--json', 'one JSON document on standard output')
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}`);
}

const inWords = ({ folder, settings = {} }: Place): string => (settings.EVENT_STORE_URL === undefined ? folder : `${folder}, with the log at EVENT_STORE_URL`);

/** Writes to our terminal, and throws where commander would end the process. */
export function settled(cli: Cli, command: Command): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: (text) => cli.terminal.out(text.trimEnd()), writeErr: () => undefined, getOutHasColors: () => cli.terminal.isPerson, getOutHelpWidth: () => 110 })
    .allowExcessArguments(false);
}

/** Prints an answer as it was asked for, and ends with its exit code. */
export function tell(cli: Cli, { json }: Pick<Everywhere, 'json'>, answer: Answer): void {
  cli.terminal.out(json === true ? JSON.stringify(answer.json, null, 2) : answer.text);
  cli.end(answer.exit ?? exitCodes.done);
}
