import { commands } from '#domain';

/** What came of every attempt of many lives: how often each command worked, and how often each refusal was given. */
export class Outcomes {
  readonly done = new Map<string, number>();
  readonly refused = new Map<string, number>();

  note(into: 'done' | 'refused', name: string): void {
    this[into].set(name, (this[into].get(name) ?? 0) + 1);
  }

  /** Commands that nobody ever carried out, and declared refusals that nobody was ever given, as "ApproveAward: round-is-too-small". */
  get missing(): readonly string[] {
    const refusals = commands.flatMap(({ name, refusals: declared }) => Object.keys(declared).map((refusal) => `${name}: ${refusal}`));
    return [...commands.map(({ name }) => name).filter((name) => !this.done.has(name)), ...refusals.filter((each) => !this.refused.has(each))];
  }
}
