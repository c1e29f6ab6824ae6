import type { Cli } from './cli-command.js';

/** Often enough to see that it goes on, seldom enough to read. */
const everyMilliseconds = 2_000;

/** Tells a person who looks on how far something long has come; a script is told nothing. */
export function progress(cli: Pick<Cli, 'terminal'>, doing: string): ((events: number, of: number) => void) | undefined {
  if (!cli.terminal.isPerson) return undefined;
  let told = performance.now();
  return (events, of) => {
    if (performance.now() - told < everyMilliseconds) return;
    told = performance.now();
    cli.terminal.err(`${events} of ${of} events ${doing}`);
  };
}
