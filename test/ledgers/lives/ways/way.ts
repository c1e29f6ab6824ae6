import type { Written } from '../case.js';

type Stages = Readonly<Record<string, readonly string[]>>;

/** What a life is about: the scheme that its round has, how it begins, and what is done in it besides what carries every award on. */
export interface Way {
  readonly name: string;
  /** Slots that its scheme has for certain; the others are drawn. A life without has no scheme of its own. */
  readonly scheme?: Written;
  readonly beginning: readonly string[];
  readonly besides?: Stages;
  /** What is done all along, in a life that has no award. */
  readonly room?: readonly string[];
}

/** A slot that is there for certain, whatever is in it; one that is undefined is left out for certain. */
export const drawn = 'drawn';
export const often = (times: number, ...names: readonly string[]): readonly string[] => Array.from({ length: times }, () => names).flat();
export const panel = ['RegisterBody', 'Delegate'];
export const designed = ['SetBudget', 'SetBudget', ...panel, 'DefineProgramme', 'DesignScheme', 'OpenRound'];
