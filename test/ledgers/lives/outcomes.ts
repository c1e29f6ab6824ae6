import { commands } from '#domain';
import { canBeMet } from './never-met.js';

/** What came of every attempt of many lives: how often each command worked, and how often each refusal was given. */
export class Outcomes {
  readonly done = new Map<string, number>();
  readonly refused = new Map<string, number>();

  note(into: 'done' | 'refused', name: string): void {
    this[into].set(name, (this[into].get(name) ?? 0) + 1);
  }

  /** How many attempts came to what. */
  get operations(): { readonly done: number; readonly refused: number } {
    const sum = (of: ReadonlyMap<string, number>): number => [...of.values()].reduce((all, each) => all + each, 0);
    return { done: sum(this.done), refused: sum(this.refused) };
  }

  /** Commands that nobody ever carried out, and declared refusals that nobody was ever given, as "ApproveAward: round-is-too-small". */
  get missing(): readonly string[] {
    return declared().filter((each) => canBeMet(each) && !this.#isMet(each));
  }

  /** What is said to be out of reach of any life, and was met. */
  get metAfterAll(): readonly string[] {
    return declared().filter((each) => !canBeMet(each) && this.#isMet(each));
  }

  #isMet(outcome: string): boolean {
    return (outcome.includes(':') ? this.refused : this.done).has(outcome);
  }
}

const declared = (): readonly string[] => commands.flatMap(({ name, refusals }) => [name, ...Object.keys(refusals).map((refusal) => `${name}: ${refusal}`)]);
