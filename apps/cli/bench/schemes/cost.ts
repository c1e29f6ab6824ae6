import { median } from '../median.js';

/** What one run of a command took. */
export interface Taken {
  readonly milliseconds: number;
  /** Of all threads of the process, the one that writes among them. */
  readonly processorMilliseconds: number;
  /** Events that it stored. */
  readonly events: number;
}

/** What a command costs: medians of what its runs took. */
export const costOf = (runs: readonly Taken[]): Taken => ({
  milliseconds: median(runs.map((each) => each.milliseconds)),
  processorMilliseconds: median(runs.map((each) => each.processorMilliseconds)),
  events: median(runs.map((each) => each.events)),
});

/** The same command in two circumstances, measured in turns on one engine. */
export interface LikeCommand {
  readonly command: string;
  readonly simple: Taken;
  readonly other: Taken;
}
type Measure = 'milliseconds' | 'processorMilliseconds';

export const ratioOf = ({ simple, other }: LikeCommand, measure: Measure): number => other[measure] / simple[measure];

/** The one that costs most beside its like. */
export const worstOf = (commands: readonly LikeCommand[], measure: Measure): LikeCommand | undefined =>
  [...commands].sort((a, b) => ratioOf(b, measure) - ratioOf(a, measure))[0];

/** Each command as often as an award needs it. */
export const ratioOfAll = (commands: readonly LikeCommand[], measure: Measure): number =>
  commands.reduce((sum, { other }) => sum + other[measure], 0) / commands.reduce((sum, { simple }) => sum + simple[measure], 0);

/** Runs by command, in the order in which the commands first came. */
export class Runs {
  readonly #runs = new Map<string, Taken[]>();

  note(command: string, taken: Taken): void {
    const known = this.#runs.get(command);
    if (known) known.push(taken);
    else this.#runs.set(command, [taken]);
  }

  forget(): void {
    this.#runs.clear();
  }

  beside(other: Runs): readonly LikeCommand[] {
    return [...this.#runs].map(([command, runs]) => ({ command, simple: costOf(runs), other: costOf(other.#runs.get(command) ?? []) }));
  }
}
